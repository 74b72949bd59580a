import { systemClock } from '../adapters/clock/system-clock.ts'
import { id, type TenantId } from '../core/kernel/identifiers.ts'
import type { ServerParts } from '../server/server-parts.ts'
import type { Configuration } from './configuration-keys.ts'
import type { Stores } from './stores.ts'

const MEGABYTE = 1024 * 1024

/** Each store answers (those of one database are asked once, which may have to wait for it), the folder takes a file, the disk has room. */
export function readinessOf(
  { district, reserveMegabytes }: Configuration,
  { folder, isServer, isBucket, ledger, people, accessLog, answers, evidence, records, jobs }: Stores,
): ServerParts['readiness'] {
  const tenantId = id<TenantId>(district)
  const anything = { personId: null, action: null, result: null, from: null, to: null }
  // There is no such request, and no such job: this writes without changing.
  const takesWrites = async () => (await answers.release({ tenantId, personId: id('-'), key: '-' })).ok
  const reads = async () => (await ledger.ledgers.headers(tenantId)).ok
  const office = async () =>
    isServer
      ? [{ name: '数据库', isReady: (await reads()) && (await takesWrites()) }]
      : [
          { name: '台账', isReady: await reads() },
          { name: '人员', isReady: (await people.tenants()).ok },
          { name: '访问日志', isReady: (await accessLog.read(tenantId, anything, null, 1)).ok },
          { name: '请求记录', isReady: await takesWrites() },
          { name: '任务', isReady: (await jobs.cancel(tenantId, '-', systemClock.now())).ok },
        ]
  return async () => [
    ...(await office()),
    { name: isBucket ? '对象存储' : '证据', isReady: (await evidence.list(tenantId, null, 1)).ok },
    { name: '业务记录', isReady: (await records.records.holdings(tenantId)).ok },
    { name: '数据文件夹可写', isReady: await folder.isWritable() },
    { name: '磁盘余量', isReady: (await folder.freeBytes()) >= reserveMegabytes * MEGABYTE },
  ]
}
