import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { DigestsBy } from '../../core/proof/digests.ts'
import type { ScoredAssessment } from '../score-assessment.ts'

/** What a document is made of where an assessment is a folder: everything is scored as of the days asked for. */
export interface FolderWish {
  readonly scored: ScoredAssessment
  /** The center as a person named it; null for all, where the document can show all. */
  readonly center: string | null
  readonly madeOn: PlainDate
  readonly digestsBy: DigestsBy
}
