import { formatPoints } from '../../kernel/points.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { scoresText } from '../../scoring/points-text.ts'
import { FEWEST_CASES, type Assumptions, type SoFar, type StatedAssumptions } from './assumptions.ts'
import type { CertainCenter } from './certain-center.ts'
import type { RankBounds } from './rank-bounds.ts'
import type { Drawing } from './rank-odds.ts'
import { namesText, shareText, timesText } from './share-words.ts'

/** What is already certain of the ranking, who is first and how surely: the answer before the figures. */
export function leadWords(centers: readonly CertainCenter[], { draws }: Pick<Drawing, 'draws'>): string {
  if (centers.length === 0) return '还没有中心，谈不上名次。'
  const fixed = centers.filter(({ bounds }) => bounds.best === bounds.worst)
  if (fixed.length === centers.length) return `${centers.length}个中心的名次都已定，未决事项怎样办结都不再变。`
  const [first] = centers
  const leading = centers.filter(({ rank }) => rank === 1)
  const rivals = centers.filter(({ rank, bounds }) => rank > 1 && bounds.best === 1)
  const now = `第1名现为${namesText(leading.map(({ centerName }) => centerName))}${leading.length > 1 ? '（并列）' : ''}`
  const sure =
    leading.length === 1 && first?.bounds.worst === 1
      ? '，已经定了'
      : `，保住的可能性${first === undefined ? '' : shareText(timesAt(first, 1), draws)}`
  const others = rivals.length === 0 ? '' : `；还可能第1的有${namesText(rivals.map(({ centerName }) => centerName))}`
  const settled =
    fixed.length === 0
      ? '没有一个的名次已定'
      : `名次已定的${fixed.length}个（${namesText(fixed.map(({ centerName, rank }) => `${centerName}第${rank}`))}），其余${centers.length - fixed.length}个还会变`
  return `${now}${sure}${others}。${centers.length}个中心中，${settled}。`
}

/** 徐泾镇现得84.5分，第3名；在未决事项之内得分可在80–85.5之间，名次最好第2、最差第5；第3名的可能性约六成。 */
export function centerWords(
  { centerName, score, interval, rank, isTied, bounds, odds }: Omit<CertainCenter, 'sentence'>,
  { draws }: Pick<Drawing, 'draws'>,
): string {
  const now = `${centerName}现得${formatPoints(score)}分，第${rank}名${isTied ? '（并列）' : ''}`
  const scores = interval[0] === interval[1] ? '得分已定' : `在未决事项之内得分可在${scoresText(interval)}之间`
  if (bounds.best === bounds.worst)
    return `${now}；${scores}，名次${bounds.isExact ? '已定' : '也不会变'}${bounds.isWorstShared && !isTied ? '，只可能与人并列' : ''}。`
  const likeliest = odds.reduce((most, one) => (one.times > most.times ? one : most), { rank, times: 0 })
  const own = timesAt({ odds }, rank)
  const other = likeliest.rank === rank ? '' : `，最可能是第${likeliest.rank}名（${shareText(likeliest.times, draws)}）`
  return `${now}；${scores}，${boundsWords(bounds)}；第${rank}名的可能性${shareText(own, draws)}${other}。`
}

/** Where not every combination could be tried the bound is only an outer one, and is called so. */
export function boundsWords(bounds: RankBounds): string {
  const { best, worst, foundBest, foundWorst, isExact, isBestShared } = bounds
  if (!isExact && (best !== foundBest || worst !== foundWorst))
    return `名次不会好过第${best}、不会差过第${worst}（组合太多没有试完，试到的最好第${foundBest}、最差第${foundWorst}）`
  return `名次最好第${best}${isBestShared ? '（与人并列）' : ''}、最差第${worst}`
}

function timesAt({ odds }: Pick<CertainCenter, 'odds'>, rank: number): number {
  return odds.find((one) => one.rank === rank)?.times ?? 0
}

/** Every figure that the simulation takes for granted, and where it comes from. */
export function assumptionWords(assumed: Assumptions, { record, assumptions }: StatedAssumptions, drawing: Drawing) {
  const from = (name: keyof StatedAssumptions['record'], what: string) =>
    assumed[name] !== assumptions[name] ? '，按改过的数' : recordWords(record[name], what)
  return [
    `未认定的问题，每件有${assumed.substantiated}%的可能认定，按所报次数计${from('substantiated', '认定成立')}`,
    `复核中的申诉，每件有${assumed.reversed}%的可能撤销，否则维持原决定${from('reversed', '撤销')}`,
    `待审定的加分，每件有${assumed.approved}%的可能同意${from('approved', '同意')}`,
    `期满才定的加分，至今没有打破的，有${assumed.kept}%的可能保到期末（没有依据可推，可以改）`,
    amountWords(assumed.amounts),
    '通知里未定的口径，各种读法可能性相同，定了就对所有中心都一样',
    '各件事互不牵连；台账之外还没发现的问题不算在内',
    `共模拟${timesText(drawing.draws)}，种子${drawing.seed}：种子相同，结果相同`,
  ]
}

function recordWords({ yes, all }: SoFar, what: string): string {
  if (all < FEWEST_CASES) return `（今年办结的只有${all}件，不足${FEWEST_CASES}件，按一半对一半）`
  return `（今年已办结${all}件，${what}${yes}件）`
}

function amountWords(amounts: Assumptions['amounts']): string {
  switch (amounts) {
    case 'even':
      return '还没定的分值，在可定的范围内每半分一档，各档可能性相同'
    case 'least':
      return '还没定的分值，都按范围内最少的算'
    case 'most':
      return '还没定的分值，都按范围内最多的算'
    default:
      return unreachable(amounts)
  }
}
