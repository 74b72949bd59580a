import type { CenterId, PersonId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Person } from '../ports/person-store.ts'
import type { Actor } from './actor.ts'
import type { PeoplePorts, Trace } from './people-ports.ts'
import type { PeopleAnswer } from './people-refusals.ts'
import { requireMay } from './require-may.ts'
import { isRole, ROLE_NAMES } from './role.ts'

/** How a person is called where an act of his or hers is shown. */
export interface Colleague {
  readonly personId: PersonId
  readonly called: string
  readonly centerId: CenterId | null
}

const AT_A_TIME = 200

/**
 * Everybody of the district, as the asker may know them: within the office by name, an office's people to a center by what they are.
 * A center does not learn who of the office decided, only that somebody entitled did.
 */
export async function nameColleagues(
  ports: PeoplePorts,
  actor: Actor,
  trace: Trace,
): Promise<PeopleAnswer<readonly Colleague[]>> {
  const allowed = await requireMay(ports, actor, 'assessment.read', trace)
  if (!allowed.ok) return allowed
  const isOffice = actor.roles.some((role) => role !== 'center')
  const colleagues: Colleague[] = []
  for (let after: string | null = null; ;) {
    const page = await ports.people.people(actor.tenantId, after, AT_A_TIME)
    if (!page.ok) return page
    colleagues.push(...page.value.map((person) => colleagueOf(person, isOffice || isOwn(person, actor))))
    const last = page.value.at(-1)
    if (page.value.length < AT_A_TIME || last === undefined) return accepted(colleagues)
    after = last.username
  }
}

function colleagueOf({ personId, name, roles, centerId }: Person, isNamed: boolean): Colleague {
  return {
    personId,
    called: isNamed
      ? name
      : roles
          .filter(isRole)
          .map((role) => ROLE_NAMES[role])
          .join('、'),
    centerId,
  }
}

function isOwn({ personId, centerId }: Person, actor: Actor): boolean {
  return personId === actor.personId || (centerId !== null && centerId === actor.centerId)
}
