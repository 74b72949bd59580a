import { databaseFault, storeFault, type Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Postgres } from '../postgres/open-postgres.ts'
import { withSessionLock, type IsHeld } from '../postgres/session-lock.ts'
import type { StoreLock } from '../records/store-lock.ts'

/** Who may change the records of a tenant: one at a time. */
export interface RecordTurns {
  /** Does `act` in turn; `store-busy` where another node or program is changing them. */
  readonly take: <Value>(tenantId: TenantId, act: () => Promise<Value>) => Promise<Stored<Value>>
  /** The refusal for whoever has lost the turn; null where it is still held. */
  readonly lost: (tenantId: TenantId) => Extract<Stored<never>, { ok: false }> | null
}

/** Among all nodes of a PostgreSQL. */
export function postgresTurns(postgres: Pick<Postgres, 'connection' | 'place'>): RecordTurns {
  const held = new Map<TenantId, IsHeld>()
  return {
    take: (tenantId, act) =>
      withSessionLock(postgres, `records ${tenantId}`, async (isHeld) => {
        held.set(tenantId, isHeld)
        try {
          return await act()
        } finally {
          held.delete(tenantId)
        }
      }),
    lost: (tenantId) =>
      held.get(tenantId)?.() === true
        ? null
        : databaseFault('store-unreachable', postgres.place, '导入时与它的连接断了，没有导入任何一行'),
  }
}

/** Among all programs of this machine, by the lock of the folder. */
export function folderTurns(lock: StoreLock, folder: string): RecordTurns {
  return {
    take: async (_tenantId, act) => {
      const done = await lock.whileChanging(async () => ({ value: await act() }))
      return done === null ? storeFault('store-busy', folder) : accepted(done.value)
    },
    lost: () => null,
  }
}
