import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { Actor } from '../people/actor.ts'
import { reachesAll, type Action } from '../people/who-may.ts'

/** The centers that the actor's reach comes down to; null for all. Whoever reaches the own center only and has none sees none. */
export function narrowed(actor: Actor, action: Action): readonly CenterId[] | null {
  if (reachesAll(actor, action)) return null
  return actor.centerId === null ? [] : [actor.centerId]
}
