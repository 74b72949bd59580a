import type { PlainDate } from '../core/kernel/plain-date.ts'
import { dayOf } from '../core/kernel/timestamp.ts'
import { stateAsOf } from '../core/scoring/as-of.ts'
import { score } from '../core/scoring/score.ts'
import type { Clocks, ScoreSheet } from '../core/scoring/score-sheet.ts'
import { openAssessmentFolder, type OpenedAssessment } from './open-assessment-folder.ts'
import type { NoticeArchive } from './ports/notice-archive.ts'
import { answered, type Answer } from './problem.ts'

/** `state` and `events` are as of the clocks, like the sheets: what was not known yet is not told. */
export interface ScoredAssessment extends OpenedAssessment {
  readonly clocks: Clocks
  readonly sheets: readonly ScoreSheet[]
}

/** The two clocks as asked for; null is the end of the period, and the last day that the ledger knows. */
export interface AskedClocks {
  readonly occurredBy: PlainDate | null
  readonly knownBy: PlainDate | null
}

/** The score sheets of every center, in the order of the ranking. */
export async function scoreAssessment(
  path: string,
  asked: AskedClocks,
  archive: NoticeArchive,
): Promise<Answer<ScoredAssessment>> {
  const opened = await openAssessmentFolder(path, archive)
  return opened.ok ? answered(scoreOpened(opened.value, asked)) : opened
}

function scoreOpened(opened: OpenedAssessment, asked: AskedClocks): ScoredAssessment {
  const { rubric, folder, events, state } = opened
  const last = events.at(-1)
  const knownBy = asked.knownBy ?? (last ? dayOf(last.recordedAt) : FOREVER)
  const clocks: Clocks = { occurredBy: asked.occurredBy ?? state.periodTo ?? knownBy, knownBy }
  const sheets = score(rubric, folder.interpretations, events, clocks)
  return {
    ...opened,
    clocks,
    events: events.filter(({ recordedAt }) => dayOf(recordedAt) <= knownBy),
    state: stateAsOf(events, clocks),
    sheets: sheets.toSorted((a, b) => b.score - a.score),
  }
}

const FOREVER = '9999-12-31' as PlainDate
