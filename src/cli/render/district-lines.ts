import type { RemovedTenant, Tenant } from '../../app/ports/tenant-store.ts'
import { displayWidth } from '../text/display-width.ts'

/** One line a district: its id, name, what it is, and where it belongs. */
export function districtLines(tenants: readonly Tenant[]): readonly string[] {
  if (tenants.length === 0) return ['还没有区。用 mingheng district add 设立，或启动服务时按配置设立。']
  const names = new Map(tenants.map(({ tenantId, name }) => [tenantId, name]))
  const widest = Math.max(...tenants.map(({ tenantId }) => tenantId.length))
  const widestName = Math.max(...tenants.map(({ name }) => displayWidth(name)))
  return tenants.map(({ tenantId, name, kind, cityId, state }) => {
    const belongs = cityId === null ? '' : `　归${names.get(cityId) ?? cityId}`
    const padded = name + ' '.repeat(widestName - displayWidth(name))
    return `${tenantId.padEnd(widest)}  ${padded}  ${kind === 'city' ? '市' : '区'}　${
      state === 'suspended' ? '已暂停' : '在用'
    }${belongs}`
  })
}

export function removedLine({ tenantId, name, by, begunAt, removedAt, exportDigest }: RemovedTenant): string {
  const digest = exportDigest === null ? '没有导出' : `导出的摘要 ${exportDigest}`
  return removedAt === null
    ? `${tenantId}  ${name}  移除没有做完（${by}，${begunAt} 开始），请再做一次`
    : `${tenantId}  ${name}  已移除（${by}，${removedAt}，${digest}）`
}
