import { Option } from 'commander'
import { copyEvidence } from '../../app/evidence/copy-evidence.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { copyPage } from '../render/copy-page.ts'
import { pageFor } from '../render/page.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface CopyOptions {
  readonly to: 'bucket' | 'folder'
  readonly data?: string
}

export const addCopyEvidence: CommandFrame = (program, ports, finish) => {
  program
    .command('copy-evidence')
    .description(
      '把封存的证据从数据文件夹抄到对象存储，或反过来，逐个读回核对摘要；服务运行时也可以 · copy sealed evidence between folder and bucket',
    )
    .addOption(
      new Option('--to <PLACE>', '抄到哪里：bucket 对象存储，folder 数据文件夹 · where to')
        .choices(['bucket', 'folder'])
        .makeOptionMandatory(),
    )
    .option('--data <FOLDER>', '数据文件夹（默认 MINGHENG_DATA，或 data）· the data folder')
    .action(async ({ to, data }: CopyOptions) => finish(await copy(to, data ?? ports.dataRoot, ports)))
}

async function copy(to: CopyOptions['to'], dataFolder: string, ports: CliPorts): Promise<ExitCode> {
  const opened = await ports.evidencePlaces(dataFolder)
  if (!opened.ok)
    return report(ports, { code: 'refused', reason: opened.refusal.code, message: opened.refusal.message })
  const { folder, bucket, close } = opened.value
  const [source, target] = to === 'bucket' ? [folder, bucket] : [bucket, folder]
  const copied = await copyEvidence(source, target, (what) => ports.terminal.progress(`${what}…`))
  ports.terminal.progress(null)
  await close()
  if (!copied.ok)
    return report(ports, { code: 'refused', reason: copied.refusal.code, message: copied.refusal.message })
  writeLines(ports, copyPage(copied.value, source.place, target.place, pageFor(ports.terminal)))
  return copied.value.damaged.length === 0 ? EXIT_CODES.ok : EXIT_CODES.found
}
