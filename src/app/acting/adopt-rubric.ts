import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { RubricId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { correctNotice } from '../../core/notice/correct-notice.ts'
import type { Diagnostic } from '../../core/notice/diagnostic.ts'
import { checkRubric } from '../../core/rubric/check-rubric.ts'
import type { AskedCorrection } from '../../core/rubric/correction.ts'
import type { CorrectionRefusal } from '../../core/rubric/correction-refusals.ts'
import { allClauses } from '../../core/rubric/find-clause.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { AdoptedRubric } from '../ports/rubric-archive.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import { checkRequest } from './check-request.ts'
import type { Office } from '../office/office.ts'

export interface AdoptRubricInput {
  /** What the office calls this rubric: the same notice under another name is another rubric. */
  readonly rubricId: RubricId
  readonly notice: string
  /** What the actor reads otherwise than the compiler; it is recorded in the actor's name, of today. */
  readonly corrections?: readonly AskedCorrection[]
}

export interface Adoption {
  readonly adopted: AdoptedRubric
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * 采用细则: the notice is compiled, checked and kept with its text. From then on the rubric is what its digest says; what
 * the notice leaves open is answered in the assessment. Adopting the same again changes nothing.
 */
export async function adoptRubric(office: Office, actor: Actor, input: AdoptRubricInput): Promise<Acting<Adoption>> {
  if (!may(actor, 'rubric.adopt', null)) return refusedActing('not-permitted')
  const malformed = checkRequest(input, '细则')
  if (malformed) return { ok: false, refusal: malformed }
  const tenant = await office.people.tenant(actor.tenantId)
  if (!tenant.ok) return tenant
  const stamp = { correctedBy: actor.personId, correctedOn: dayOf(office.clock.now()) }
  const asked = (input.corrections ?? []).map((correction) => ({ ...correction, ...stamp }))
  const compiled = correctNotice(input.notice, input.rubricId, asked)
  if (!compiled.ok) return refusedCorrections(compiled.refusals)
  const { rubric, diagnostics } = compiled.value
  if (allClauses(rubric).length === 0) return refusedActing('rubric-without-clauses')
  const [first, ...rest] = checkRubric(rubric)
  if (first) return refusedActing('rubric-not-whole', first.message, rest.length + 1)
  const digestOf = office.digester(tenant.value?.digest ?? 'sha256')
  const adopted: AdoptedRubric = {
    rubric,
    rubricDigest: digestOf(canonicalJson(rubric)),
    notice: input.notice,
    noticeDigest: digestOf(input.notice),
  }
  const kept = await office.rubrics.keep(actor.tenantId, adopted)
  if (!kept.ok) return kept
  // Where two texts compile to one rubric, the text that came first is the one that is kept.
  const found = await office.rubrics.find(actor.tenantId, adopted.rubricDigest)
  return found.ok ? accepted({ adopted: found.value, diagnostics }) : found
}

function refusedCorrections(corrections: readonly [CorrectionRefusal, ...CorrectionRefusal[]]): Acting<never> {
  const [{ code, message }] = corrections
  return { ok: false, refusal: { code, message, corrections } }
}

/** The rubrics that an assessment can be opened over. */
export async function listRubrics(office: Office, actor: Actor): Promise<Acting<readonly AdoptedRubric[]>> {
  return may(actor, 'rubric.read', null) ? office.rubrics.list(actor.tenantId) : refusedActing('not-permitted')
}
