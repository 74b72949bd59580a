import type { Delivery, DeliveryCounts, Outbox, OutboxMessage } from '../../app/ports/outbox.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { audienceColumns } from './audience-columns.ts'
import type { MessageShelf } from './message-shelf.ts'
import { isSettledBy } from './settled-by.ts'

export function memoryOutbox(shelf: MessageShelf): Outbox {
  return {
    dueTenants: async (now, staleSince) => {
      const due = [...shelf.all()].filter(
        ([, { messages, planned, deliveries }]) =>
          messages.length > planned.size || [...deliveries.values()].some((one) => isDue(one, now, staleSince)),
      )
      return accepted(due.map(([tenantId]) => tenantId).toSorted())
    },
    lay: async (tenantId, messages) => {
      shelf.lay(tenantId, messages)
      return accepted(null)
    },
    messages: async (tenantId, audiences, before, limit) => {
      const names = new Set(audiences.map((audience) => JSON.stringify(audienceColumns(audience))))
      const placed = shelf.of(tenantId).messages.map((message, at) => ({ ...message, place: at + 1 }))
      const wanted = placed.filter(
        ({ to, place }) => (before === null || place < before) && names.has(JSON.stringify(audienceColumns(to))),
      )
      return accepted(wanted.reverse().slice(0, limit))
    },
    unplanned: async (tenantId, limit) => {
      const { messages, planned } = shelf.of(tenantId)
      return accepted(messages.filter(({ messageId }) => !planned.has(messageId)).slice(0, limit))
    },
    plan: async (tenantId, messageId, deliveries) => {
      const { ids, planned, deliveries: kept } = shelf.of(tenantId)
      if (!ids.has(messageId) || planned.has(messageId)) return accepted(null)
      planned.add(messageId)
      for (const one of deliveries) {
        const delivery = { ...one, messageId }
        const fresh = { ...delivery, attempts: 0, state: 'waiting', lastError: null, takenAt: null } as const
        if (!kept.has(keyOf(delivery))) kept.set(keyOf(delivery), fresh)
      }
      return accepted(null)
    },
    take: async (tenantId, now, staleSince, limit) => {
      const { messages, deliveries } = shelf.of(tenantId)
      const all = [...deliveries.values()].filter((one) => isDue(one, now, staleSince))
      const due = all.sort(byDue).slice(0, limit)
      return accepted(
        due.map((one) => {
          const taken = { ...one, state: 'sending', attempts: one.attempts + 1, takenAt: now } as const
          deliveries.set(keyOf(one), taken)
          const { takenAt: _takenAt, ...delivery } = taken
          return {
            ...delivery,
            message: messages.find(({ messageId }) => messageId === one.messageId) as OutboxMessage,
          }
        }),
      )
    },
    settle: async (tenantId, delivery, result) => {
      const { deliveries } = shelf.of(tenantId)
      const kept = deliveries.get(keyOf(delivery))
      if (kept === undefined || !isSettledBy(kept.state, result.state)) return accepted(null)
      const dueAt = result.state === 'waiting' ? result.dueAt : kept.dueAt
      const lastError = result.state === 'sent' ? null : result.error
      deliveries.set(keyOf(delivery), { ...kept, state: result.state, dueAt, lastError, takenAt: null })
      return accepted(null)
    },
    counts: async (tenantId) => accepted(countsOf(shelf.of(tenantId).deliveries.values())),
    totals: async () => accepted(countsOf([...shelf.all()].flatMap(([, { deliveries }]) => [...deliveries.values()]))),
  }
}

function countsOf(deliveries: Iterable<Delivery>): DeliveryCounts {
  const counts = { waiting: 0, sending: 0, sent: 0, 'given-up': 0 }
  for (const { state } of deliveries) counts[state] += 1
  return counts
}

function isDue(
  { state, dueAt, takenAt }: Delivery & { readonly takenAt: Timestamp | null },
  now: Timestamp,
  staleSince: Timestamp,
): boolean {
  return state === 'waiting' ? dueAt <= now : state === 'sending' && (takenAt ?? '') < staleSince
}

function keyOf({ messageId, channel, receiver }: Pick<Delivery, 'messageId' | 'channel' | 'receiver'>): string {
  return JSON.stringify([messageId, channel, receiver])
}

function byDue(one: Delivery, other: Delivery): number {
  const [a, b] = [one, other].map(({ dueAt, ...rest }) => `${dueAt} ${keyOf(rest)}`)
  return (a ?? '') < (b ?? '') ? -1 : 1
}
