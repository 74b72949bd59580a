import { nextYear, type NextYear } from '../../core/analysis/next-year/next-year.ts'
import { partsByText } from '../../core/analysis/next-year/notice-parts.ts'
import { coverageOf } from '../../core/detection/coverage.ts'
import { id, type AssessmentId, type ClauseId, type RubricId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead, Digest } from '../../core/ledger/chain.ts'
import { compileNotice } from '../../core/notice/compile-notice.ts'
import { checkRubric } from '../../core/rubric/check-rubric.ts'
import { allClauses } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { Actor } from '../people/actor.ts'
import type { AtDesk } from '../records/desk-refusals.ts'
import { detectionsInForce, readable } from '../records/detections-in-force.ts'
import type { RecordsDesk } from '../records/records-desk.ts'
import { inSteps } from './in-steps.ts'
import { lookAtYear, type LookedAtYear } from './look-at-year.ts'

/** The other notice: a rubric that was adopted, or the text of a draft. Exactly one is given. */
export interface AskedNotice {
  readonly rubricDigest: Digest | null
  readonly notice: string | null
}

export interface AnsweredNextYear {
  readonly nextYear: NextYear
  readonly rubric: Rubric
  readonly head: ChainHead
}

export type AnalysisDesk = Pick<RecordsDesk, 'detections' | 'office'>

/** 来年: the year as another notice would have found it. Others are served between two pieces of the work. */
export async function nextYearOf(
  desk: AnalysisDesk,
  actor: Actor,
  assessmentId: AssessmentId,
  asked: AskedNotice,
): Promise<AtDesk<AnsweredNextYear>> {
  const looked = await lookAtYear(desk.office, actor, assessmentId)
  if (!looked.ok) return looked
  const other = await otherNotice(desk, actor, asked)
  if (!other.ok) return other
  const covered = await coveredIn(desk, actor, looked.value, other.value)
  if (!covered.ok) return covered
  const { head } = looked.value
  const answered = await inSteps(nextYear(looked.value.year, other.value, covered.value))
  return accepted({ nextYear: answered, rubric: other.value, head })
}

async function otherNotice(
  { office }: AnalysisDesk,
  { tenantId }: Actor,
  { rubricDigest, notice }: AskedNotice,
): Promise<Acting<Rubric>> {
  if (notice !== null) return draftRubric(notice)
  if (rubricDigest === null) return refusedActing('input-malformed', '没有说是哪一份通知')
  const found = await office.rubrics.find(tenantId, rubricDigest)
  return found.ok ? accepted(found.value.rubric) : found
}

/** A draft as the compiler reads it; nothing of it is kept. */
function draftRubric(notice: string): Acting<Rubric> {
  const { rubric } = compileNotice(notice, { rubricId: id<RubricId>('draft') })
  if (allClauses(rubric).length === 0) return refusedActing('rubric-without-clauses')
  const [first, ...rest] = checkRubric(rubric)
  return first === undefined ? accepted(rubric) : refusedActing('rubric-not-whole', first.message, rest.length + 1)
}

/** The clauses of the other notice that what is known of this year's covers; null where nothing is known. */
async function coveredIn(
  desk: AnalysisDesk,
  { tenantId }: Actor,
  { year: { rubric }, live }: LookedAtYear,
  other: Rubric,
): Promise<AtDesk<ReadonlySet<ClauseId> | null>> {
  const inForce = await detectionsInForce(desk, tenantId, live)
  if (!inForce.ok) return inForce
  const declared = await desk.detections.declared(tenantId, rubric.id)
  if (!declared.ok) return declared
  const feeds = declared.value?.feeds ?? []
  if (feeds.length === 0) return accepted(null)
  const { clauses } = partsByText(rubric, other)
  const { lines } = coverageOf(rubric, readable(inForce.value), feeds)
  return accepted(
    new Set(
      lines.filter(({ feeds: own }) => own.length > 0).flatMap((line) => clauses.get(line.clauseId)?.after.id ?? []),
    ),
  )
}
