import type { Delivery, MessageId, OutboxMessage } from '../../app/ports/outbox.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'

/** The messages of a store in memory: the ledger lays them down together with its facts, the outbox reads them. */
export interface MessageShelf {
  readonly all: () => Iterable<readonly [TenantId, TenantShelf]>
  readonly of: (tenantId: TenantId) => TenantShelf
  readonly lay: (tenantId: TenantId, messages: readonly OutboxMessage[]) => void
}

/** `messages` in the order of their places, which count from 1. */
export interface TenantShelf {
  readonly messages: OutboxMessage[]
  readonly ids: Set<MessageId>
  readonly planned: Set<MessageId>
  readonly deliveries: Map<string, Delivery & { readonly takenAt: Timestamp | null }>
}

export function messageShelf(): MessageShelf {
  const tenants = new Map<TenantId, TenantShelf>()
  const of = (tenantId: TenantId): TenantShelf => {
    const found = tenants.get(tenantId) ?? {
      messages: [],
      ids: new Set(),
      planned: new Set(),
      deliveries: new Map(),
    }
    tenants.set(tenantId, found)
    return found
  }
  return {
    all: () => tenants,
    of,
    lay: (tenantId, messages) => {
      const shelf = of(tenantId)
      for (const message of messages) {
        if (shelf.ids.has(message.messageId)) continue
        shelf.ids.add(message.messageId)
        shelf.messages.push(message)
      }
    },
  }
}
