import type { Delivery } from '../../app/ports/outbox.ts'

/**
 * Whether a delivery in state `from` takes the result of a worker. What was sent was sent, even where the worker took so
 * long that another has the delivery by now; but a late failure does not take it away from the other.
 */
export function isSettledBy(from: Delivery['state'], result: Exclude<Delivery['state'], 'sending'>): boolean {
  return result === 'sent' ? from !== 'sent' : from === 'sending'
}
