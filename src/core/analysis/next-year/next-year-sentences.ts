import { formatPoints } from '../../kernel/points.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import type { SignedPoints } from '../../scoring/score-sheet.ts'
import type { CenterTotal, ChangeEffect, NoticeEffects } from './notice-effects.ts'

/** 按2022年的通知，今年的第1名不变（盈浦街道），4个中心名次变动，平均分由87.3变为85.9；12项修改中3项造成了九成以上的变动。 */
export function leadSentence(
  { before, after, effects, under }: NoticeEffects,
  held: Rubric,
  { year }: Rubric,
  { meanBefore, meanAfter }: { readonly meanBefore: SignedPoints; readonly meanAfter: SignedPoints },
): string {
  // A draft often keeps the year of the notice that it was begun from.
  const name = year === null || year === held.year ? '按这份通知' : `按${year}年的通知`
  const left = under.notCarried.filter(({ kind }) => kind !== 'answer').length
  const parts = [
    name,
    firstSentence(before, after),
    rankSentence(before, after),
    meanBefore === meanAfter
      ? `平均分仍是${formatPoints(meanBefore)}`
      : `平均分由${formatPoints(meanBefore)}变为${formatPoints(meanAfter)}`,
  ]
  const rest = left === 0 ? '' : `另有${left}件台账里的事带不过去，没有算进来。`
  return `${parts.join('，')}；${weightSentence(effects)}。${rest}`
}

/** What one change alone would have done: `3个中心的总分变动，最多的是华新镇−2；名次不变`. */
export function changeSentence({ moved, notCarried }: ChangeEffect, centers: number): string {
  const lost = notCarried.filter(({ kind }) => kind !== 'answer').length
  const left = lost === 0 ? '' : `；${lost}件带不过去`
  const scored = moved.filter(({ before, after }) => before !== after)
  if (scored.length === 0) return `单独看不动分${left}`
  const ranks = moved.filter(({ rankBefore, rankAfter }) => rankBefore !== rankAfter).length
  const moves = scored.map(({ before, after }) => after - before)
  const isAlike = moves.every((move) => move === moves[0])
  const most = scored.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))[0]
  const those = scored.length === 1 ? (most?.centerName ?? '') : `${scored.length}个中心各`
  const told = isAlike
    ? `${scored.length === centers && centers > 1 ? '每个中心都' : those}${signed(moves[0] ?? 0)}`
    : `${scored.length}个中心的总分变动，最多的是${most?.centerName ?? ''}${signed((most?.after ?? 0) - (most?.before ?? 0))}`
  return `${told}；${ranks === 0 ? '名次不变' : `${ranks}个中心名次变动`}${left}`
}

/** Why the changes one by one do not add up to what they do together; says so too where they do. */
export function apartSentence({ apart, effects }: NoticeEffects): string {
  if (effects.length < 2) return ''
  if (apart.length === 0) return '各项修改单独的影响相加，就是合起来的影响。'
  const most = apart.toSorted((a, b) => Math.abs(b.summed - b.together) - Math.abs(a.summed - a.together))[0]
  if (most === undefined) return ''
  return (
    `${apart.length}个中心各项相加不等于合起来的影响：扣完为止、上限和一事一扣使几项修改互相抵消或叠加。` +
    `差得最多的是${most.centerName}，相加${signed(most.summed)}，合起来${signed(most.together)}。`
  )
}

function firstSentence(before: readonly CenterTotal[], after: readonly CenterTotal[]): string {
  const [was, is] = [firstOf(before), firstOf(after)]
  return was === is ? `今年的第1名不变（${was}）` : `第1名由${was}变为${is}`
}

function firstOf(totals: readonly CenterTotal[]): string {
  const first = totals.filter(({ rank }) => rank === 1).map(({ centerName }) => centerName)
  return `${first.join('、')}${first.length > 1 ? '并列' : ''}`
}

function rankSentence(before: readonly CenterTotal[], after: readonly CenterTotal[]): string {
  const ranks = new Map(after.map(({ centerId, rank }) => [centerId, rank]))
  const moved = before.filter(({ centerId, rank }) => ranks.get(centerId) !== rank).length
  return moved === 0 ? '没有中心名次变动' : `${moved}个中心名次变动`
}

const MOST = 0.9

function weightSentence(effects: readonly ChangeEffect[]): string {
  if (effects.length === 0) return '两份通知没有不同'
  const falling = effects.map(({ weight }) => weight).toSorted((a, b) => b - a)
  const all = falling.reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return `${effects.length}项修改都不动分`
  let sum = 0
  const few = 1 + falling.findIndex((weight) => (sum += weight) >= all * MOST)
  const share = sum === all ? '全部' : '九成以上'
  return effects.length === 1 ? '变动都来自唯一的一项修改' : `${effects.length}项修改中${few}项造成了${share}的变动`
}

/** `+3分`, `−2分`. */
function signed(move: SignedPoints): string {
  return `${move > 0 ? '+' : ''}${formatPoints(move)}分`
}
