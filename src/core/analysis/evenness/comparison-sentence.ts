import { formatPoints } from '../../kernel/points.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { chanceText } from './chance.ts'
import type { Pairs } from './stratum.ts'
import type {
  AmountComparison,
  DriftComparison,
  Judged,
  LookingComparison,
  OutcomeComparison,
  RateComparison,
  Sides,
  Tested,
} from './comparison.ts'
import type { Names } from './evenness-names.ts'

/**
 * What a comparison says, in plain Chinese: counts and effect first, then how often chance does as much, then what may explain
 * it. A number never accuses: a sentence about a person names the counts on both sides and that kinds of case differ.
 */
export function comparisonSentence(judged: Judged, names: Names): string {
  const { comparison } = judged
  switch (comparison.about) {
    case 'assessor':
      return `${ofAssessor(comparison, names)}${chanceSentence(judged, '若与由谁裁量无关', AMOUNTS)}${OTHER_REASONS}`
    case 'source':
      return `${ofSides(comparison, names.source(comparison.key), '其他来源')}${chanceSentence(judged, '若与来源无关', AMOUNTS)}${CASES_DIFFER}`
    case 'center':
      return `${ofSides(comparison, names.center(comparison.key), '其他中心')}${chanceSentence(judged, '若与是哪个中心无关', AMOUNTS)}${CASES_DIFFER}`
    case 'drift':
      return `${ofDrift(comparison, names)}${chanceSentence(judged, '若与先后无关', AMOUNTS)}`
    case 'outcome':
      return `${ofOutcomes(comparison, names)}${chanceSentence(judged, '若与由谁认定无关', AMOUNTS)}${OTHER_REASONS}`
    case 'effort':
      return `${ofEffort(comparison, names)}${chanceSentence(judged, '若每次检查发现的机会各中心一样', RATES)}`
    case 'looking':
      return `${ofLooking(comparison)}${chanceSentence(judged, '若发现与登记的检查次数无关', LOOKING)}`
    default:
      return unreachable(comparison)
  }
}

/** What has to be said whenever a sentence is about people. */
export const OTHER_REASONS = '各人经手的案情、中心和来源不尽相同，数字本身不说明原因。'
const CASES_DIFFER = '案情不尽相同，数字本身不说明原因。'

function ofAssessor(comparison: Extract<AmountComparison, { about: 'assessor' }>, names: Names): string {
  const { clauseId, key, against, own, rest, medians, pairs } = comparison
  const [one, other] = [names.person(key), against === null ? '其他考核员' : names.person(against)]
  const where = clauseId === null ? '各款合看，同一款下逐件相比' : `${names.clause(clauseId)}逐件相比`
  const middle =
    medians === null
      ? ''
      : `中位数${formatPoints(medians[0])}分对${formatPoints(medians[1])}分，${gapText(medians[0] - medians[1])}；`
  return `${where}：${one}${own}件，${other}${rest}件，${middle}${pairsText(pairs, `${one}的数额`)}。`
}

function ofSides({ own, rest, pairs }: Sides, one: string, other: string): string {
  return `同一款下逐件相比：${one}${own}件，${other}${rest}件，${pairsText(pairs, `${one}的数额`)}。`
}

function ofDrift({ clauseId, cases, pairs }: DriftComparison, { clause }: Names): string {
  const where = clauseId === null ? '各款合看' : clause(clauseId)
  return `${where}按发生先后逐件相比（${cases}件）：${pairsText(pairs, '较晚的数额')}。`
}

function ofOutcomes({ outcomes }: OutcomeComparison, names: Names): string {
  const each = outcomes.map(({ by, substantiated, dismissed }) => {
    const all = substantiated + dismissed
    return `${names.person(by)}认定${all}件，查实${substantiated}件、不予认定${dismissed}件（查实${percent(substantiated, all)}）`
  })
  return `${each.join('；')}。`
}

function ofEffort({ own, rest }: RateComparison, { center }: Names): string {
  return `${center(own.centerId)}检查${own.visits}次，发现${own.found}件，平均每次${meanText(own.found, own.visits)}件；其他中心${rest.visits}次，发现${rest.found}件，平均每次${meanText(rest.found, rest.visits)}件。`
}

function ofLooking({ centers, pairs: { higher, lower, same } }: LookingComparison): string {
  return `${centers}个中心两两相比：登记的检查多、发现也多的${higher}对，登记多而发现少的${lower}对，发现一样多的${same}对。`
}

function pairsText({ higher, lower, same }: Pairs, whose: string): string {
  const all = higher + lower + same
  if (all === 0) return '没有同一款的件可比'
  return `${whose}较高的${higher}对、较低的${lower}对、相同的${same}对；任取一对，较高的机会${percent(2 * higher + same, 2 * all)}（相同算一半）`
}

function percent(some: number, all: number): string {
  return `${all === 0 ? 0 : Math.round((100 * some) / all)}%`
}

function gapText(gap: number): string {
  return gap === 0 ? '没有差距' : `相差${formatPoints(Math.abs(gap))}分`
}

/** To the hundredth: a mean is the only figure that is rounded. */
function meanText(found: number, visits: number): string {
  return visits === 0 ? '0' : formatPoints(Math.round((100 * found) / visits))
}

interface Endings {
  readonly ordinary: string
  readonly unusual: string
}

const AMOUNTS: Endings = {
  ordinary: '不足以说明尺度不一',
  unusual: '碰巧不容易这样，值得把所涉的件放在一起复看',
}
const RATES: Endings = {
  ordinary: '没有超出碰巧的范围',
  unusual: '碰巧不容易这样，可先看检查的对象和方式是否不同',
}
const LOOKING: Endings = {
  ordinary: '看不出查得多的发现也多',
  unusual: '碰巧不容易这样，比较各中心时要把检查次数一并看',
}

function chanceSentence({ tested, verdict }: Judged, supposing: string, endings: Endings): string {
  if (tested === null || verdict === 'too-few') return '件数太少或没有高低之分，不作检验。'
  const { chance, together, held } = tested
  const alone = `${supposing}，碰巧差成这样或更大的机会${chanceText(chance)}`
  const all = together > 1 ? `；同类比较共${together}项，一并考虑后${chanceText(held)}` : ''
  return `${alone}${how(tested)}${all}，${endings[verdict === 'unusual' ? 'unusual' : 'ordinary']}。`
}

function how({ chance: { how: way, total } }: Tested): string {
  if (way === 'all') return ''
  return way === 'drawn' ? `（抽取${total - 1n}种排法估算）` : '（近似计算）'
}
