import type { Outbox } from '../../app/ports/outbox.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { transaction, type Database } from '../sqlite/open-database.ts'
import { corruption, orCorruption, readable } from '../sql/corruption.ts'
import { guarded } from '../sqlite/sqlite-fault.ts'
import { countsOf, deliveryRows, type DeliveryRow } from './delivery-rows.ts'
import { audienceKeys, messageRows, newest, withoutPlace } from './message-rows.ts'
import { isSettledBy } from './settled-by.ts'

/**
 * Messages and deliveries, in the same file as the ledgers that lay them down. A damaged one holds up no other: it is told of
 * when nothing else is left to plan or to take.
 */
export function sqliteOutbox(database: Database): Outbox {
  const { path } = database
  const messages = messageRows(database)
  const deliveries = deliveryRows(database)
  const writing = <Value>(work: () => Value): Stored<Value> => guarded(path, () => transaction(database, work))
  return {
    dueTenants: async (now, staleSince) => guarded(path, () => deliveries.dueTenants.all(now, staleSince)),
    lay: async (tenantId, laid) =>
      writing(() => {
        messages.lay(tenantId, laid)
        return null
      }),
    messages: async (tenantId, audiences, before, limit) =>
      guarded(path, () => {
        const found = audienceKeys(audiences).flatMap(([kind, ref]) =>
          messages.to.all(tenantId, kind, ref, before ?? Number.MAX_SAFE_INTEGER, limit),
        )
        return newest(found, limit)
      }),
    unplanned: async (tenantId, limit) =>
      guarded(path, () => readable(messages.unplanned.all(tenantId, limit)).map(withoutPlace)),
    plan: async (tenantId, messageId, planned) =>
      writing(() => {
        const message = messages.find.get(tenantId, messageId)
        if (message === null || message.isPlanned) return null
        messages.markPlanned(tenantId, message)
        for (const delivery of planned) {
          const fresh = { messageId, attempts: 0, state: 'waiting', takenAt: null, lastError: null } as const
          deliveries.add(tenantId, { ...delivery, ...fresh })
        }
        return null
      }),
    take: async (tenantId, now, staleSince, limit) =>
      writing(() =>
        readable(
          deliveries.due.all(tenantId, now, tenantId, staleSince, limit).map((due) =>
            orCorruption(() => {
              const taken: DeliveryRow = { ...due, state: 'sending', attempts: due.attempts + 1, takenAt: now }
              const message = messages.find.get(tenantId, due.messageId)
              if (message === null) throw corruption(`投递所属的消息“${due.messageId}”缺失`)
              deliveries.change(tenantId, taken)
              const { takenAt: _takenAt, ...delivery } = taken
              return { ...delivery, message: withoutPlace(message) }
            }),
          ),
        ),
      ),
    settle: async (tenantId, { messageId, channel, receiver }, result) =>
      writing(() => {
        const kept = deliveries.find.get(tenantId, messageId, channel, receiver)
        if (kept === null || !isSettledBy(kept.state, result.state)) return null
        const dueAt = result.state === 'waiting' ? result.dueAt : kept.dueAt
        const lastError = result.state === 'sent' ? null : result.error
        deliveries.change(tenantId, { ...kept, state: result.state, dueAt, lastError, takenAt: null })
        return null
      }),
    counts: async (tenantId) => guarded(path, () => countsOf(deliveries.counts.all(tenantId))),
    totals: async () => guarded(path, () => countsOf(deliveries.totals.all())),
  }
}
