import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Clock } from '../ports/clock.ts'
import type { DataHouse } from '../ports/data-house.ts'
import type { DistrictHouse, ExportCheck, RemovedRows } from '../ports/district-house.ts'
import type { Tenant } from '../ports/tenant-store.ts'
import { tenantNamed } from './change-standing.ts'

export interface RemovePorts {
  readonly house: Pick<DataHouse, 'openPeople'>
  readonly districts: DistrictHouse
  readonly clock: Clock
}

export interface RemoveWish {
  readonly data: string
  readonly tenantId: string
  /** Where it was exported to; null removes without an export, which must be meant. */
  readonly exported: string | null
  /** The word that the first asking told; null asks for it. */
  readonly confirm: string | null
  /** Who removes it, as the record will say. */
  readonly by: string
}

/** First asked: what would go, and by which word. Then done. */
export type RemoveAnswer =
  | { readonly step: 'asked'; readonly tenant: Tenant; readonly word: string; readonly export: ExportCheck | null }
  | { readonly step: 'removed'; readonly tenant: Tenant; readonly at: Timestamp; readonly rows: RemovedRows }

/**
 * In two steps, and only what is suspended. With an export: it must be whole and hold all that is there now; its list's digest gives
 * the word. Without one, the word is the district's name.
 */
export async function removeDistrict(ports: RemovePorts, wish: RemoveWish): Promise<Outcome<RemoveAnswer>> {
  const tenant = await removable(ports, wish)
  if (!tenant.ok) return tenant
  const { tenantId, name } = tenant.value
  const checked = wish.exported === null ? accepted(null) : await soundExport(ports, wish, tenant.value, wish.exported)
  if (!checked.ok) return checked
  const word = checked.value === null ? name : checked.value.digest.slice(0, WORD)
  if (wish.confirm === null) return accepted({ step: 'asked', tenant: tenant.value, word, export: checked.value })
  if (wish.confirm !== word)
    return refused(
      'confirm-wrong',
      `确认词“${wish.confirm}”不对，没有移除；请先不带 --confirm 运行一次，照显示的词输入`,
    )
  if (wish.by.trim() === '') return refused('by-missing', '没有写明由谁移除，没有移除；请用 --by 写上姓名')
  const at = ports.clock.now()
  const exportDigest = checked.value?.digest ?? null
  const rows = await ports.districts.remove(wish.data, { tenantId, name, by: wish.by.trim(), at, exportDigest })
  return rows.ok ? accepted({ step: 'removed', tenant: tenant.value, at, rows: rows.value }) : rows
}

const WORD = 12

async function removable(ports: RemovePorts, { data, tenantId }: RemoveWish): Promise<Outcome<Tenant>> {
  const door = await ports.house.openPeople(data)
  if (!door.ok) return door
  try {
    const tenant = await tenantNamed(door.value, tenantId)
    if (!tenant.ok) return tenant
    const { name, state, tenantId: own } = tenant.value
    if (state !== 'suspended')
      return refused(
        'tenant-active',
        `“${name}”还在用，没有移除；请先 mingheng district suspend ${own}，再导出，再移除`,
      )
    const all = await door.value.people.tenants()
    if (!all.ok) return all
    const belonging = all.value.filter(({ cityId }) => cityId === own)
    if (belonging.length > 0)
      return refused(
        'city-has-districts',
        `还有 ${belonging.length} 个区归“${name}”（第一个：${belonging[0]?.name ?? ''}），没有移除；请先用 mingheng district city 改归`,
      )
    return tenant
  } finally {
    await door.value.close()
  }
}

/** With the export of a removal that broke off, it goes on: much that the export holds is gone from here. */
async function soundExport(
  ports: RemovePorts,
  { data }: RemoveWish,
  { tenantId }: Tenant,
  exported: string,
): Promise<Outcome<ExportCheck>> {
  const check = await ports.districts.check(data, tenantId, exported)
  if (!check.ok) return check
  const { damages, stale } = check.value
  if (damages.length > 0)
    return refused(
      'export-damaged',
      `“${exported}”里有 ${damages.length} 个文件缺失或与清单不符（第一个：${damages[0]}），没有移除；请重新导出到可靠的盘上`,
    )
  const begun = stale.length === 0 ? accepted(null) : await begunWith(ports, data, tenantId)
  if (!begun.ok) return begun
  if (stale.length > 0 && begun.value !== check.value.digest)
    return refused(
      'export-stale',
      `导出以后又有变动（${stale.length} 处，第一处：${stale[0]}），没有移除；请重新导出，再移除`,
    )
  return check
}

/** By which export a removal was begun that has not come to its end. */
async function begunWith(ports: RemovePorts, data: string, tenantId: TenantId): Promise<Outcome<Digest | null>> {
  const door = await ports.house.openPeople(data)
  if (!door.ok) return door
  try {
    const removed = await door.value.people.removedTenants()
    if (!removed.ok) return removed
    return accepted(removed.value.find((one) => one.tenantId === tenantId)?.exportDigest ?? null)
  } finally {
    await door.value.close()
  }
}
