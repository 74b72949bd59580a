import { nextYearInFolder } from '../../app/analyzing/next-year-in-folder.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { nextYearLines } from '../render/next-year-lines.ts'
import { pageFor } from '../render/page.ts'
import { askedDate, report, saying, writeLines, type CommandFrame } from './command-frame.ts'
import type { ClockOptions } from './score.ts'

export const addAnalyzeNextYear: CommandFrame = (program, ports, finish) => {
  program
    .command('next-year')
    .argument('<FOLDER>', '考核文件夹 · the assessment')
    .argument('<NOTICE>', '另一份通知或草案，或细则 .json · the other notice, a draft, or a rubric')
    .description('来年：按另一份通知看今年，逐项修改的影响、带不过去的、草案的毛病 · this year under another notice')
    .option('--as-of <DATE>', '只计到这一天为止发生的事 · what happened by this day')
    .option('--known-by <DATE>', '只计到这一天为止记录的事 · what was recorded by this day')
    .option('--json', '输出 JSON（分值以百分之一分计）· as JSON, points in hundredths')
    .action(async (folder: string, notice: string, options: ClockOptions) =>
      finish(await analyze(folder, notice, options, ports)),
    )
}

async function analyze(folder: string, notice: string, options: ClockOptions, ports: CliPorts): Promise<ExitCode> {
  const occurredBy = askedDate('--as-of', options.asOf)
  if (!occurredBy.ok) return report(ports, occurredBy.fault)
  const knownBy = askedDate('--known-by', options.knownBy)
  if (!knownBy.ok) return report(ports, knownBy.fault)
  const clocks = { occurredBy: occurredBy.value, knownBy: knownBy.value }
  const told = await saying(ports, '逐项测算', () =>
    nextYearInFolder(folder, notice, clocks, ports.archive, ports.texts),
  )
  if (!told.ok) return report(ports, told.fault)
  const { nextYear, before, after } = told.value
  if (options.json) writeLines(ports, [JSON.stringify(nextYear, null, 2)])
  else writeLines(ports, nextYearLines(nextYear, before, after, pageFor(ports.terminal)))
  return EXIT_CODES.ok
}
