import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest, LedgerHeader } from '../../core/ledger/chain.ts'
import { emptyAssessment } from '../../core/ledger/evolve.ts'
import type { LedgerFact, Terms } from '../../core/ledger/ledger-event.ts'
import { may } from '../people/who-may.ts'
import type { AdoptedRubric } from '../ports/rubric-archive.ts'
import { aboutTheWhole } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, ActPlan, Asking } from './act-plan.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import { checkRequest } from './check-request.ts'
import { decideFacts } from './decide-facts.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export interface OpenAssessmentInput {
  /** Of a rubric that has been adopted. */
  readonly rubricDigest: Digest
  readonly period: Pick<Said<'AssessmentOpened'>, 'periodFrom' | 'periodTo'>
  readonly terms: Terms
  /** More can be enrolled later. */
  readonly centers: readonly Said<'CenterEnrolled'>[]
}

/** 开启考核 over an adopted rubric. Nothing is laid down, not even a header, unless all of it is lawful. */
export async function openAssessment(office: Office, asking: Asking, input: OpenAssessmentInput): Promise<ActOutcome> {
  const { actor } = asking
  if (!may(actor, 'assessment.open', null)) return refusedActing('not-permitted')
  const malformed = checkRequest(input, 'open-assessment')
  if (malformed) return { ok: false, refusal: malformed }
  const adopted = await office.rubrics.find(actor.tenantId, input.rubricDigest)
  if (!adopted.ok) return adopted
  const plan = planOf(input, adopted.value)
  const stamp = { by: actor.personId, actedAt: office.clock.now(), recordedAt: office.clock.now() }
  const lawful = decideFacts(emptyAssessment, adopted.value.rubric, factsOf(input, adopted.value), stamp)
  if (!lawful.ok) return lawful
  const header = await headerOf(office, asking, adopted.value)
  if (!header.ok) return header
  const quotas = await office.people.quotas(actor.tenantId)
  if (!quotas.ok) return quotas
  const created = await office.ledgers.create(header.value, quotas.value.assessments)
  return created.ok ? act(office, asking, plan) : created
}

function planOf(input: OpenAssessmentInput, adopted: AdoptedRubric): ActPlan {
  return {
    ...aboutTheWhole,
    name: 'open-assessment',
    input,
    action: 'assessment.open',
    facts: () => accepted(factsOf(input, adopted)),
  }
}

function factsOf({ period, terms, centers }: OpenAssessmentInput, { rubric }: AdoptedRubric): LedgerFact[] {
  const { periodFrom, periodTo } = period
  return [
    { type: 'AssessmentOpened', rubricId: rubric.id, periodFrom, periodTo },
    {
      type: 'TermsSet',
      replyWorkingDays: terms.replyWorkingDays,
      appealWorkingDays: terms.appealWorkingDays,
      rectificationWorkingDays: terms.rectificationWorkingDays,
    },
    ...centers.map((center): LedgerFact => ({ type: 'CenterEnrolled', ...center })),
  ]
}

/** With the district's digest algorithm of now: a ledger keeps the one it was begun with. */
async function headerOf(
  office: Office,
  { actor, assessmentId }: Asking,
  { rubricDigest, noticeDigest }: AdoptedRubric,
): Promise<Acting<LedgerHeader>> {
  const { tenantId } = actor
  const tenant = await office.people.tenant(tenantId)
  if (!tenant.ok) return tenant
  const algorithm = tenant.value?.digest ?? 'sha256'
  return accepted({ format: 'mingheng-ledger/1', algorithm, tenantId, assessmentId, rubricDigest, noticeDigest })
}
