import { explainLines, findSheet } from '../../app/explain-score.ts'
import { findFolder } from '../../app/find-folder.ts'
import { scoreAssessment } from '../../app/score-assessment.ts'
import { sheetNames } from '../../core/scoring/sheet-names.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { originLines } from '../render/origin-lines.ts'
import { pageFor } from '../render/page.ts'
import { sheetPage } from '../render/sheet-page.ts'
import { askedDate, report, saying, writeLines, type CommandFrame } from './command-frame.ts'
import type { ClockOptions } from './score.ts'

interface ExplainOptions extends ClockOptions {
  readonly folder?: string
}

export const addExplain: CommandFrame = (program, ports, finish) => {
  program
    .command('explain')
    .argument('<CENTER>', '中心的编号或名称 · a center, by id or name')
    .argument('[CLAUSE]', '条款、项目或部分的编号，如 3.4.1 · a clause, criterion or section')
    .description('一个中心的得分表；指明条款时，追到原句、问题、决定 · a sheet, or every point of a clause')
    .option('-f, --folder <FOLDER>', '考核文件夹；默认当前文件夹，或 out/ 下唯一的一个 · the assessment')
    .option('--as-of <DATE>', '只计到这一天为止发生的事 · what happened by this day')
    .option('--known-by <DATE>', '只计到这一天为止记录的事 · what was recorded by this day')
    .option('--json', '输出 JSON（分值以百分之一分计）· as JSON, points in hundredths')
    .action(async (center: string, clause: string | undefined, options: ExplainOptions) =>
      finish(await explain(center, clause ?? null, options, ports)),
    )
}

async function explain(
  center: string,
  place: string | null,
  options: ExplainOptions,
  ports: CliPorts,
): Promise<ExitCode> {
  const occurredBy = askedDate('--as-of', options.asOf)
  if (!occurredBy.ok) return report(ports, occurredBy.fault)
  const knownBy = askedDate('--known-by', options.knownBy)
  if (!knownBy.ok) return report(ports, knownBy.fault)
  const folder = await findFolder(options.folder ?? null, ports.outRoot, ports.archive)
  if (!folder.ok) return report(ports, folder.fault)
  const clocks = { occurredBy: occurredBy.value, knownBy: knownBy.value }
  const scored = await saying(ports, '计分', () => scoreAssessment(folder.value, clocks, ports.archive))
  if (!scored.ok) return report(ports, scored.fault)
  const sheet = findSheet(scored.value, center)
  if (!sheet.ok) return report(ports, sheet.fault)
  const origins = explainLines(scored.value, sheet.value, place)
  if (!origins.ok) return report(ports, origins.fault)
  const page = pageFor(ports.terminal)
  const names = sheetNames(scored.value.rubric, sheet.value)
  if (options.json) writeLines(ports, [JSON.stringify(place === null ? sheet.value : origins.value, null, 2)])
  else if (place === null) writeLines(ports, sheetPage(scored.value, sheet.value, page))
  else if (origins.value.length === 0) writeLines(ports, [`${sheet.value.centerName}在 ${place} 没有任何记录。`])
  else
    writeLines(
      ports,
      origins.value.flatMap((origin) => [...originLines(origin, scored.value, names, page), '']),
    )
  return EXIT_CODES.ok
}
