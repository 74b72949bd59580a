/** How much a district may hold, as the operator of the installation set it; null: as much as there is room for. */
export interface Quotas {
  /** Active accounts: nobody is ever removed, so who left does not count. */
  readonly people: number | null
  readonly assessments: number | null
}

export type QuotaName = keyof Quotas

export const NO_QUOTAS: Quotas = { people: null, assessments: null }

interface QuotaWords {
  readonly what: string
  readonly unit: string
  /** What can be done without a higher quota, if anything. */
  readonly or: string
}

const WORDS: Readonly<Record<QuotaName, QuotaWords>> = {
  people: { what: '人员', unit: '人', or: '停用不再使用的账号，或' },
  assessments: { what: '考核', unit: '个', or: '' },
}

/** For whoever cannot bring something in: what is full, how much of it, and who can raise it. */
export function quotaSentence(name: QuotaName, used: number, quota: number): string {
  return `本区的${WORDS[name].what}配额不够，没有办理：已用 ${quotaAmount(name, used)}，配额 ${quotaAmount(name, quota)}；请${WORDS[name].or}请本系统的运维人员提高配额（mingheng district quota）`
}

export function quotaWord(name: QuotaName): string {
  return WORDS[name].what
}

export function quotaAmount(name: QuotaName, amount: number): string {
  return `${amount} ${WORDS[name].unit}`
}
