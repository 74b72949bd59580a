import type { Rubric } from '../../../core/rubric/rubric.ts'
import type { Answered } from '../../client/call.ts'
import type { Problem } from '../../client/problem.ts'

export type FindingView = Answered<'listFindings'>['findings'][number]
export type SheetAnswer = Answered<'readSheet'>

/** The center's findings, the newest two hundred; whoever is older is opened by its link. */
export interface CenterFindings {
  readonly byId: ReadonlyMap<string, FindingView>
  readonly today: string | null
}

export interface CenterAnswers {
  readonly sheet: SheetAnswer | null
  readonly rubric: Rubric | null
  readonly findings: CenterFindings
  readonly problem: Problem | null
  readonly renew: () => void
}
