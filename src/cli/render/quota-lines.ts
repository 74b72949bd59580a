import type { SetQuotas } from '../../app/districts/set-quotas.ts'
import { quotaAmount, quotaWord, type QuotaName } from '../../app/ports/quotas.ts'

/** A city has people and nothing else that could be limited. */
export function quotaLines({ tenant, quotas }: SetQuotas): readonly string[] {
  const names = (Object.keys(quotas) as QuotaName[]).filter((name) => tenant.kind === 'district' || name === 'people')
  const lines = names.map((name) => {
    const quota = quotas[name]
    return `  ${quotaWord(name)}　${quota === null ? '不限' : `最多 ${quotaAmount(name, quota)}`}`
  })
  return [`“${tenant.name}”（${tenant.tenantId}）的配额：`, ...lines]
}
