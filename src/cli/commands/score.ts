import { scoreAssessment } from '../../app/score-assessment.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { pageFor } from '../render/page.ts'
import { scorePage } from '../render/score-page.ts'
import { askedDate, report, saying, writeLines, type CommandFrame } from './command-frame.ts'

export interface ClockOptions {
  readonly asOf?: string
  readonly knownBy?: string
  readonly json?: boolean
}

export const addScore: CommandFrame = (program, ports, finish) => {
  program
    .command('score')
    .argument('<FOLDER>', '考核文件夹：notice.txt、ledger.jsonl 等 · the folder of an assessment')
    .description('按台账计分：排名、可能得分和各部分失分 · score every center of a ledger')
    .option('--as-of <DATE>', '只计到这一天为止发生的事 · what happened by this day')
    .option('--known-by <DATE>', '只计到这一天为止记录的事 · what was recorded by this day')
    .option('--json', '输出所有得分表（JSON，分值以百分之一分计）· all sheets, points in hundredths')
    .action(async (folder: string, options: ClockOptions) => finish(await scoreFolder(folder, options, ports)))
}

async function scoreFolder(folder: string, options: ClockOptions, ports: CliPorts): Promise<ExitCode> {
  const occurredBy = askedDate('--as-of', options.asOf)
  if (!occurredBy.ok) return report(ports, occurredBy.fault)
  const knownBy = askedDate('--known-by', options.knownBy)
  if (!knownBy.ok) return report(ports, knownBy.fault)
  const clocks = { occurredBy: occurredBy.value, knownBy: knownBy.value }
  const scored = await saying(ports, '计分', () => scoreAssessment(folder, clocks, ports.archive))
  if (!scored.ok) return report(ports, scored.fault)
  const { value } = scored
  if (options.json) writeLines(ports, [JSON.stringify({ clocks: value.clocks, sheets: value.sheets }, null, 2)])
  else writeLines(ports, scorePage(value, pageFor(ports.terminal)))
  return EXIT_CODES.ok
}
