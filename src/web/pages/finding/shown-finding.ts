import type { LedgerEvent } from '../../../core/ledger/ledger-event.ts'
import type { Answered } from '../../client/call.ts'

/** One finding as the page knows it. */
export type ShownFinding = Answered<'readFinding'>

type EventOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: Type }>

/** The events of these kinds, oldest first. */
export function eventsOf<const Type extends LedgerEvent['type']>(
  history: readonly LedgerEvent[],
  ...types: readonly Type[]
): readonly EventOf<Type>[] {
  return history.filter((event): event is EventOf<Type> => (types as readonly string[]).includes(event.type))
}

/** `10-25 14:52` of a timestamp. */
export function shortTime(time: string): string {
  return time.slice(5, 16).replace('T', ' ')
}
