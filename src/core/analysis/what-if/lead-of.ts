import { formatPoints } from '../../kernel/points.ts'
import type { ChangedNumber, ChangedNumbers } from '../changed-numbers.ts'

/**
 * The answer in one sentence, the ranks first: `若三项都成立，徐泾镇由第5名升至第3名，共4个中心的名次变动。` Of all that move, a center
 * whose own score changes is named before one that others pass.
 */
export function leadOf({ numbers }: ChangedNumbers, given: string): string {
  const of = (what: ChangedNumber['what']) => numbers.filter((number) => number.what === what)
  const totals = of('total').toSorted(bySize)
  const scored = new Set(totals.map(({ centerId }) => centerId))
  const isPassed = ({ centerId }: ChangedNumber) => (scored.has(centerId) ? 0 : 1)
  const ranks = of('rank')
  const [moved] = ranks.toSorted((one, other) => isPassed(one) - isPassed(other) || bySize(one, other))
  if (moved !== undefined) {
    const others = ranks.length === 1 ? '其余中心的名次不变' : `共${ranks.length}个中心的名次变动`
    return `${given}${rankChange(moved)}，${others}。`
  }
  const [most] = totals
  if (most !== undefined) {
    const others = totals.length === 1 ? '其余中心的得分不变' : `共${totals.length}个中心的得分变动`
    return `${given}${totalChange(most)}，${others}，名次都不变。`
  }
  const ranges = of('range').length
  if (ranges > 0) return `${given}得分和名次现在都不变，${ranges}个中心还可能达到的分数范围变动。`
  return numbers.length === 0
    ? `${given}所有中心的得分和名次都不变。`
    : `${given}合计得分和名次都不变，只有部分之内的${numbers.length}个数变动。`
}

function bySize(one: ChangedNumber, other: ChangedNumber): number {
  return size(other) - size(one)
}

function size({ before, after }: ChangedNumber): number {
  return Math.abs(after[0] - before[0])
}

function rankChange({ centerName, before, after, wasTied, isTied }: ChangedNumber): string {
  const place = (rank: number, tied: boolean) => `${tied ? '并列' : ''}第${rank}名`
  const verb = after[0] < before[0] ? '升至' : after[0] > before[0] ? '降至' : '变为'
  return `${centerName ?? ''}由${place(before[0], wasTied)}${verb}${place(after[0], isTied)}`
}

function totalChange({ centerName, before, after }: ChangedNumber): string {
  return `${centerName ?? ''}的得分由${formatPoints(before[0])}分变为${formatPoints(after[0])}分`
}
