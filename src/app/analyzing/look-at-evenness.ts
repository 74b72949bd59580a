import { namesIn, standIns, type Names } from '../../core/analysis/evenness/evenness-names.ts'
import { evennessSteps } from '../../core/analysis/evenness/evenness.ts'
import type { AssessmentId, PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { everybody } from '../people/everybody.ts'
import { may } from '../people/who-may.ts'
import { inSteps } from './in-steps.ts'
import { lookAtYear } from './look-at-year.ts'
import { shownEvenness, type ShownEvenness } from './shown-evenness.ts'

/** What is drawn where arrangements are too many to count is drawn from this: the same year gives the same answer. */
const EVENNESS_SEED = 1

export interface LookedAtEvenness {
  readonly shown: ShownEvenness
  /** Whether assessors stand by their names; else 考核员甲, 考核员乙. */
  readonly areNamed: boolean
  readonly head: ChainHead
  readonly rubric: Rubric
}

/**
 * 尺度. A leader and an auditor see assessors by name; others see stand-ins, and an assessor which of them is the own. That is
 * restraint, not secrecy: who decided a finding stands in the ledger, which they may read.
 */
export async function lookAtEvenness(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<LookedAtEvenness>> {
  const areNamed = may(actor, 'analysis.names', null)
  const people = areNamed ? await everybody(office.people, actor.tenantId) : accepted([])
  if (!people.ok) return people
  const looked = await lookAtYear(office, actor, assessmentId)
  if (!looked.ok) return looked
  const { year, head } = looked.value
  const known = new Map(people.value.map(({ personId, name }) => [personId, name]))
  const standing = standIns(year)
  const person = (by: PersonId) =>
    known.get(by) ?? `${standing.get(by) ?? '考核员'}${by === actor.personId ? '（您）' : ''}`
  const names: Names = namesIn(year, person)
  const evenness = await inSteps(evennessSteps(year, names, EVENNESS_SEED))
  return accepted({ shown: shownEvenness(evenness, names), areNamed, head, rubric: year.rubric })
}
