import type { Tenant } from '../../app/ports/tenant-store.ts'
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
