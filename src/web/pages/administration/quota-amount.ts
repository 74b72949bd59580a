import type { Answered } from '../../client/call.ts'
import { grouped } from '../records/figures.ts'

export type Quota = Answered<'readQuotas'>['quotas'][number]

/** `12 846`, or the size of files in units of a thousand, as quotas are set: never rounded up to what is not there. */
export function amountOf(name: Quota['name'], amount: number): string {
  if (name !== 'evidenceBytes') return grouped(amount)
  const [size, unit, places] =
    amount >= 1e9 ? ([amount / 1e9, 'GB', 100] as const) : ([amount / 1e6, 'MB', 10] as const)
  return `${Math.floor(size * places) / places}\u00a0${unit}`
}

/** Whole percents, rounded down so that 100 is full; null without a limit. What is more than the limit is more than 100. */
export function percentOf({ used, limit }: Pick<Quota, 'used' | 'limit'>): number | null {
  if (limit === null) return null
  return limit === 0 ? 100 : Math.floor((used / limit) * 100)
}
