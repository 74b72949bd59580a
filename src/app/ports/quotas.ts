/** How much a district may hold, as the operator of the installation set it; null: as much as there is room for. */
export interface Quotas {
  /** Active accounts: nobody is ever removed, so who left does not count. */
  readonly people: number | null
  readonly assessments: number | null
  /** Of sealed evidence files. */
  readonly evidenceBytes: number | null
  /** Current versions: those that were replaced stay and do not count. */
  readonly records: number | null
}

export type QuotaName = keyof Quotas

/** A city holds people and nothing else that could be limited. */
export function quotasOf(kind: 'district' | 'city'): readonly QuotaName[] {
  return kind === 'city' ? ['people'] : ['people', 'assessments', 'evidenceBytes', 'records']
}

export const NO_QUOTAS: Quotas = { people: null, assessments: null, evidenceBytes: null, records: null }

interface QuotaWords {
  readonly what: string
  readonly unit: string
  /** What can be done without a higher quota, if anything. */
  readonly or: string
}

const WORDS: Readonly<Record<QuotaName, QuotaWords>> = {
  people: { what: '人员', unit: '人', or: '停用不再使用的账号，或' },
  assessments: { what: '考核', unit: '个', or: '' },
  evidenceBytes: { what: '证据', unit: 'MB', or: '' },
  records: { what: '记录', unit: '条', or: '' },
}

/** For whoever cannot bring something in: what is full, how much of it, and who can raise it. */
export function quotaSentence(name: QuotaName, used: number, quota: number): string {
  return `本区的${WORDS[name].what}配额不够，没有办理：已用 ${quotaAmount(name, used)}，配额 ${quotaAmount(name, quota)}；请${WORDS[name].or}请本系统的运维人员提高配额（mingheng district quota）`
}

export function quotaWord(name: QuotaName): string {
  return WORDS[name].what
}

export function quotaAmount(name: QuotaName, amount: number): string {
  if (name === 'evidenceBytes') return bytesSaid(amount)
  return `${amount} ${WORDS[name].unit}`
}

/** In GB of 1,000 MB, as quotas are set; held bytes to a tenth of an MB, so that what is short is seen. */
function bytesSaid(bytes: number): string {
  return bytes >= 1e9 && bytes % 1e8 === 0 ? `${bytes / 1e9} GB` : `${Math.round(bytes / 1e5) / 10} MB`
}
