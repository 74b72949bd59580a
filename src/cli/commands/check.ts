import { checkData } from '../../app/proof/check-data.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { dataLines, dataPage } from '../render/data-page.ts'
import { pageFor } from '../render/page.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface CheckOptions {
  readonly data?: string
}

export const addCheck: CommandFrame = (program, ports, finish) => {
  program
    .command('check')
    .description('检查数据文件夹：数据库、摘要链、得分复算、证据文件，服务运行时也可以 · check a data folder')
    .option('--data <FOLDER>', '数据文件夹（默认 MINGHENG_DATA，或 data）· the data folder')
    .action(async (options: CheckOptions) => finish(await check(options.data ?? ports.dataRoot, ports)))
}

async function check(path: string, ports: CliPorts): Promise<ExitCode> {
  const checked = await checkData(path, checkingBy(ports))
  ports.terminal.progress(null)
  if (!checked.ok)
    return report(ports, { code: 'refused', reason: checked.refusal.code, message: checked.refusal.message })
  const page = pageFor(ports.terminal)
  writeLines(ports, dataPage(`数据文件夹 ${path}`, dataLines(checked.value, page), checked.value.holds, page))
  return checked.value.holds ? EXIT_CODES.ok : EXIT_CODES.found
}

export function checkingBy({ house, digestsBy, clock, version, terminal }: CliPorts) {
  return {
    house,
    digestsBy,
    now: clock.now(),
    program: version,
    say: (what: string) => terminal.progress(`${what}…`),
  }
}
