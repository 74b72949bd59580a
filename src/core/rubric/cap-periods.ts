/** The periods that a ceiling can be given over, in the words that notices use. */
export const CAP_PERIODS = { month: '月', year: '年' } as const

export type CapPeriod = keyof typeof CAP_PERIODS

/** Null for a word that is none of them. */
export function capPeriodOf(word: string): CapPeriod | null {
  if (word === CAP_PERIODS.month) return 'month'
  return word === CAP_PERIODS.year ? 'year' : null
}
