import { exportBundle } from '../../app/proof/export-bundle.ts'
import { exportEvidence } from '../../app/proof/export-evidence.ts'
import { findSource, type FoundSource } from '../../app/proof/find-source.ts'
import { parseId, type CenterId } from '../../core/kernel/identifiers.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { exportPage } from '../render/export-page.ts'
import { pageFor } from '../render/page.ts'
import { basename } from '../text/basename.ts'
import { report, saying, writeLines, type CommandFrame } from './command-frame.ts'

interface ExportOptions {
  readonly center?: string
  readonly out?: string
  readonly data?: string
  readonly tenant?: string
  readonly withEvidence?: boolean
  readonly sm3?: boolean
}

export const addExport: CommandFrame = (program, ports, finish) => {
  program
    .command('export')
    .argument('<ASSESSMENT>', '数据文件夹里的考核编号，或一个考核文件夹 · the id of an assessment, or its folder')
    .description(
      '写出证明文件：通知、细则、口径、台账、证据摘要、得分表，供别处核验 · one file to be verified elsewhere',
    )
    .option('--center <ID>', '只写一个中心自己的部分，其他中心的内容不附 · what one center may see')
    .option('--out <FILE>', '写到哪里（默认 <考核>.bundle.jsonl）· where to')
    .option('--with-evidence', '证据文件一并写到旁边的文件夹 · copy the evidence files into a folder beside it')
    .option('--data <FOLDER>', '数据文件夹（默认 MINGHENG_DATA，或 data）· the data folder')
    .option('--tenant <ID>', '哪个区的（不止一个区有这个编号时）· which district')
    .option('--sm3', '考核文件夹的摘要用 SM3 · digests of a folder by SM3')
    .action(async (given: string, options: ExportOptions) => finish(await exportAssessment(given, options, ports)))
}

async function exportAssessment(given: string, options: ExportOptions, ports: CliPorts): Promise<ExitCode> {
  const centerId = options.center === undefined ? null : parseId<CenterId>(options.center)
  if (options.center !== undefined && centerId === null)
    return report(ports, { code: 'center-unknown', given: options.center, known: [] })
  const found = await findSource(
    {
      given,
      data: options.data ?? ports.dataRoot,
      tenantId: options.tenant ?? null,
      algorithm: options.sm3 ? 'sm3' : 'sha256',
    },
    ports,
  )
  if (!found.ok) return report(ports, found.fault)
  try {
    return await write(found.value, given, centerId, options, ports)
  } finally {
    await found.value.data?.close()
  }
}

async function write(
  { source, data }: FoundSource,
  given: string,
  centerId: CenterId | null,
  options: ExportOptions,
  ports: CliPorts,
): Promise<ExitCode> {
  const name = `${basename(given)}${centerId === null ? '' : `.${centerId}`}.bundle.jsonl`
  const path = options.out ?? name.replaceAll(/[/\\:*?"<>|]/gu, '_')
  const wish = { centerId, madeAt: ports.clock.now(), program: ports.version }
  const written = await saying(ports, '导出', () => exportBundle(source, wish, path, ports))
  if (!written.ok) return report(ports, written.fault)
  const { tenantId } = source.header
  const files =
    options.withEvidence && data !== null
      ? await saying(ports, '写出证据文件', () =>
          exportEvidence(data.evidence, tenantId, written.value.evidence, `${path}.evidence`, ports.proofFiles),
        )
      : null
  if (files !== null && !files.ok) return report(ports, files.fault)
  writeLines(
    ports,
    exportPage(path, source, written.value, files?.value ?? null, data === null, pageFor(ports.terminal)),
  )
  return EXIT_CODES.ok
}
