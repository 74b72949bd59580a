import type { PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from './actor.ts'
import { changePerson } from './change-person.ts'
import { afterFailure, isLocked } from './lockout.ts'
import { managePerson } from './manage-person.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import { refuse, type PeopleAnswer } from './people-refusals.ts'
import { recordAccess } from './record-access.ts'
import { requireSession } from './require-session.ts'
import { hasSecondFactor, mustHaveSecondFactor } from './standing.ts'
import { useCode } from './use-code.ts'

/** By the person, who shows once more to have it; not where the district's rule asks for one. A wrong code counts as a failure. */
export async function disableSecondFactor(
  ports: PeoplePorts,
  token: string,
  code: string,
  trace: Trace,
): Promise<PeopleAnswer<null>> {
  const resolved = await requireSession(ports, token, ['full'])
  if (!resolved.ok) return resolved
  const { person, tenant } = resolved.value
  const { tenantId, personId } = person
  if (mustHaveSecondFactor(tenant, person)) return refuse('second-factor-required')
  const judged = await changePerson(ports, tenantId, personId, (current) => {
    if (!hasSecondFactor(current)) return refuse('second-factor-not-begun')
    const now = ports.clock.now()
    if (isLocked(current, now)) return refuse('second-factor-wrong')
    return useCode(ports, current, code) === null
      ? accepted({ person: afterFailure(current, now), value: false })
      : accepted({ person: { ...current, secondFactor: null }, value: true })
  })
  if (!judged.ok) return judged
  const recorded = await recordAccess(
    ports,
    {
      tenantId,
      personId,
      action: 'second-factor-disable',
      result: judged.value ? 'done' : 'failed',
      reason: judged.value ? null : 'second-factor-wrong',
    },
    trace,
  )
  if (!recorded.ok) return recorded
  return judged.value ? accepted(null) : refuse('second-factor-wrong')
}

/** By an administrator, for somebody who lost the phone; the person signs in anew and enrolls anew where it is asked for. */
export async function resetSecondFactor(
  ports: PeoplePorts,
  actor: Actor,
  personId: PersonId,
  trace: Trace,
): Promise<PeopleAnswer<null>> {
  const changed = await managePerson(
    ports,
    actor,
    personId,
    {
      action: 'second-factor-disable',
      mayBeSelf: false,
      endsSessions: true,
      change: (person) => ({ ...person, secondFactor: null }),
    },
    trace,
  )
  return changed.ok ? accepted(null) : changed
}
