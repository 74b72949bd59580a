import type { PersonId, QuestionId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Points } from '../kernel/points.ts'

/**
 * 口径: the office's answer to one question: which reading, who decided it, when and why. `points` where the reading
 * asks for a number. A later interpretation of the same question supersedes an earlier one from its day on.
 */
export interface Interpretation {
  readonly questionId: QuestionId
  readonly reading: string
  readonly points: Points | null
  readonly decidedBy: PersonId
  readonly decidedOn: PlainDate
  readonly reason: string
}
