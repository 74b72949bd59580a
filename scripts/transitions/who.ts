import { ACTIONS_OF } from '../../src/app/acting/action-of.ts'
import { ROLE_NAMES, ROLES } from '../../src/app/people/role.ts'
import { reachOf } from '../../src/app/people/who-may.ts'
import type { FactType } from '../../src/core/ledger/ledger-command.ts'

/** Which roles may bring the fact about, by the table of actions and roles. */
export function whoMay(type: FactType): string {
  return ROLES.flatMap((role) => {
    const reaches = new Set(ACTIONS_OF[type].map((action) => reachOf(role, action)))
    if (reaches.has('all')) return [ROLE_NAMES[role]]
    return reaches.has('own') ? [`${ROLE_NAMES[role]}（限本中心）`] : []
  }).join('、')
}
