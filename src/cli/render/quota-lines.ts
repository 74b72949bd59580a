import type { QuotaUse } from '../../app/districts/read-quotas.ts'
import { quotaAmount, quotaWord } from '../../app/ports/quotas.ts'
import type { Tenant } from '../../app/ports/tenant-store.ts'

/** What the district may hold and what it holds, a line a quota. */
export function quotaLines({ tenantId, name }: Tenant, uses: readonly QuotaUse[]): readonly string[] {
  return [`“${name}”（${tenantId}）的配额：`, ...uses.map(lineOf)]
}

function lineOf({ name, used, limit, standing }: QuotaUse): string {
  const most = limit === null ? '不限' : `最多 ${quotaAmount(name, limit)}`
  return `  ${quotaWord(name)}　${most}，已用 ${quotaAmount(name, used)}${WARNINGS[standing]}`
}

const WARNINGS: Readonly<Record<QuotaUse['standing'], string>> = {
  unlimited: '',
  fine: '',
  near: '　将满，已到八成',
  full: '　已满，新的不再接收',
}
