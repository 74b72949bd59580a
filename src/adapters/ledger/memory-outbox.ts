import type { Delivery, Outbox, OutboxMessage } from '../../app/ports/outbox.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { audienceColumns } from './audience-columns.ts'
import type { MessageShelf } from './message-shelf.ts'
import { isSettledBy } from './settled-by.ts'

export function memoryOutbox(shelf: MessageShelf): Outbox {
  return {
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
      const isDue = (one: Delivery & { readonly takenAt: string | null }): boolean =>
        one.state === 'waiting' ? one.dueAt <= now : one.state === 'sending' && (one.takenAt ?? '') < staleSince
      const due = [...deliveries.values()].filter(isDue).sort(byDue).slice(0, limit)
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
    counts: async (tenantId) => {
      const counts = { waiting: 0, sending: 0, sent: 0, 'given-up': 0 }
      for (const { state } of shelf.of(tenantId).deliveries.values()) counts[state] += 1
      return accepted(counts)
    },
  }
}

function keyOf({ messageId, channel, receiver }: Pick<Delivery, 'messageId' | 'channel' | 'receiver'>): string {
  return JSON.stringify([messageId, channel, receiver])
}

function byDue(one: Delivery, other: Delivery): number {
  const [a, b] = [one, other].map(({ dueAt, ...rest }) => `${dueAt} ${keyOf(rest)}`)
  return (a ?? '') < (b ?? '') ? -1 : 1
}
