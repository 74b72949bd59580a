import type { AssessedYear } from '../../core/analysis/assessed-year.ts'
import { answersAsOf } from '../../core/scoring/as-of.ts'
import { scoreAssessment, type AskedClocks, type ScoredAssessment } from '../score-assessment.ts'
import type { NoticeArchive } from '../ports/notice-archive.ts'
import { answered, type Answer } from '../problem.ts'

export interface YearInFolder {
  readonly year: AssessedYear
  readonly scored: ScoredAssessment
}

/** The year of an assessment folder, as of the clocks: for the command line. */
export async function yearInFolder(
  path: string,
  asked: AskedClocks,
  archive: NoticeArchive,
): Promise<Answer<YearInFolder>> {
  const scored = await scoreAssessment(path, asked, archive)
  if (!scored.ok) return scored
  const { rubric, folder, state, clocks } = scored.value
  const answers = answersAsOf(folder.interpretations, clocks.knownBy)
  return answered({ year: { rubric, answers, state }, scored: scored.value })
}
