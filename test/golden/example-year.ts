import { textFiles } from '../../src/adapters/documents/text-file.ts'
import { noticeFolders } from '../../src/adapters/files/notice-folder.ts'
import { generateYear } from '../../src/app/example-year/generate-year.ts'
import { openNotice } from '../../src/app/open-assessment-folder.ts'
import { decimalOf } from '../../src/core/kernel/points.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { dayOf } from '../../src/core/kernel/timestamp.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import type { Interpretation } from '../../src/core/rubric/interpretation.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'
import { score } from '../../src/core/scoring/score.ts'
import type { ScoreSheet } from '../../src/core/scoring/score-sheet.ts'

export interface ExampleYear {
  readonly rubric: Rubric
  readonly events: readonly LedgerEvent[]
  readonly interpretations: readonly Interpretation[]
  readonly sheets: readonly ScoreSheet[]
}

/** The example year of a notice folder, from its own seed number: the year of the notice. */
export async function exampleYear(path: string): Promise<ExampleYear> {
  const opened = await openNotice(path, noticeFolders(textFiles))
  if (!opened.ok) throw new Error(`${path}: ${JSON.stringify(opened)}`)
  const { rubric, folder } = opened.value
  const { calendar, centers, interpretations } = folder
  const year = rubric.year
  if (calendar === null || year === null) throw new Error(`${path} has no calendar or no year`)
  const period = { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) }
  const events = generateYear({ rubric, centers, period, calendar, seed: year })
  const last = events.at(-1)
  const knownBy = last ? dayOf(last.recordedAt) : period.to
  const sheets = score(rubric, interpretations, events, { occurredBy: period.to, knownBy })
  return { rubric, events, interpretations, sheets }
}

/** What stands in the golden: each center's total, its interval, and its sections, as decimals. */
export function goldenScores({ sheets }: ExampleYear): unknown {
  return sheets.map(({ centerId, score: total, interval, sections }) => ({
    centerId,
    score: decimalOf(total),
    between: interval.map(decimalOf),
    sections: sections.map((section) => decimalOf(section.score)),
  }))
}
