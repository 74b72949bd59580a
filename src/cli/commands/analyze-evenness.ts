import { shownEvenness } from '../../app/analyzing/shown-evenness.ts'
import { yearInFolder } from '../../app/analyzing/year-in-folder.ts'
import { namesIn, standIns } from '../../core/analysis/evenness/evenness-names.ts'
import { evennessOf } from '../../core/analysis/evenness/evenness.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { evennessPage } from '../render/evenness-page.ts'
import { pageFor } from '../render/page.ts'
import { askedDate, report, saying, writeLines, type CommandFrame } from './command-frame.ts'

interface EvennessOptions {
  readonly asOf?: string
  readonly knownBy?: string
  readonly seed: string
  readonly ids?: boolean
  readonly json?: boolean
}

export const addAnalyzeEvenness: CommandFrame = (program, ports, finish) => {
  program
    .command('evenness')
    .argument('<FOLDER>', '考核文件夹 · the folder of an assessment')
    .description('尺度：裁量的数额、情形相近而数额不同的、检查次数和发现率 · how even discretion was used')
    .option('--as-of <DATE>', '只计到这一天为止发生的事 · what happened by this day')
    .option('--known-by <DATE>', '只计到这一天为止记录的事 · what was recorded by this day')
    .option('--seed <NUMBER>', '排法数不完时抽取用的种子 · what is drawn from where arrangements are too many', '1')
    .option('--ids', '考核员以人员编号列出，不用甲、乙 · assessors by their ids')
    .option('--json', '输出 JSON，分值以百分之一分计 · JSON, points in hundredths')
    .action(async (folder: string, options: EvennessOptions) => finish(await analyzeFolder(folder, options, ports)))
}

async function analyzeFolder(folder: string, options: EvennessOptions, ports: CliPorts): Promise<ExitCode> {
  const occurredBy = askedDate('--as-of', options.asOf)
  if (!occurredBy.ok) return report(ports, occurredBy.fault)
  const knownBy = askedDate('--known-by', options.knownBy)
  if (!knownBy.ok) return report(ports, knownBy.fault)
  const seed = /^\d{1,9}$/.test(options.seed) ? Number(options.seed) : null
  if (seed === null) return report(ports, { code: 'seed-wrong', given: options.seed })
  const clocks = { occurredBy: occurredBy.value, knownBy: knownBy.value }
  const found = await saying(ports, '分析', () => yearInFolder(folder, clocks, ports.archive))
  if (!found.ok) return report(ports, found.fault)
  const { year } = found.value
  const people = standIns(year)
  const names = namesIn(year, (by) => (options.ids === true ? by : (people.get(by) ?? '考核员')))
  const shown = shownEvenness(evennessOf(year, names, seed), names)
  if (options.json === true) writeLines(ports, [JSON.stringify(shown, null, 2)])
  else writeLines(ports, evennessPage(shown, pageFor(ports.terminal)))
  return EXIT_CODES.ok
}
