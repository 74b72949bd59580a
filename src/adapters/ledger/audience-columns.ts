import { unreachable } from '../../core/kernel/unreachable.ts'
import type { Audience } from '../../app/ports/outbox.ts'
import { id, type CenterId, type PersonId } from '../../core/kernel/identifiers.ts'

/** An audience as two columns: its kind, and whom of that kind. */
export function audienceColumns(to: Audience): readonly [kind: Audience['kind'], ref: string] {
  switch (to.kind) {
    case 'center':
      return [to.kind, to.centerId]
    case 'role':
      return [to.kind, to.role]
    case 'person':
      return [to.kind, to.personId]
    default:
      return unreachable(to)
  }
}

/** Null where there is no such kind. */
export function audienceOf(kind: string, ref: string): Audience | null {
  if (kind === 'center') return { kind, centerId: id<CenterId>(ref) }
  if (kind === 'role') return { kind, role: ref }
  return kind === 'person' ? { kind, personId: id<PersonId>(ref) } : null
}
