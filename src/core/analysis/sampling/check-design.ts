import { accepted, type Outcome } from '../../kernel/outcome.ts'
import type { SamplingDesign } from '../../ledger/sampling-design.ts'
import { expectedVisits, extraVisits, weightOf } from './expected-visits.ts'
import { recusalShortage } from './recusal-shortage.ts'

/** What a design cannot meet, each as a sentence for who designs it. */
export const DESIGN_REFUSALS = {
  'design-empty': (what: string) => `抽查方案里没有${what}；请至少列入一项`,
  'design-twice': (what: string, which: string) => `抽查方案里${what}“${which}”列了两次；请只保留一次`,
  'design-number': (what: string, given: number, least: number, most: number) =>
    `${what}填的是 ${given}；请填 ${least} 至 ${most} 之间的整数`,
  'days-wrong': () => '抽查的工作日没有按先后排列，或不在起止日期之内；请重新选定日期',
  'minimum-unmet': (visits: number, minimum: number, centers: number) =>
    `总共 ${visits} 次，不够 ${centers} 个中心各查 ${minimum} 次；请增加到 ${minimum * centers} 次以上，或减少每个中心的最少次数`,
  'weight-none': () => '最少次数以外还有要抽的次数，但所有中心的权重都是 0；请至少给一个中心权重',
  'days-too-full': (visits: number, days: number, perDay: number) =>
    `${days} 个工作日每天最多 ${perDay} 次，容不下 ${visits} 次；请延长日期、提高每天次数或减少总次数`,
  'center-too-often': (centerId: string, most: number, days: number) =>
    `中心 ${centerId} 可能抽到 ${most} 次，但只有 ${days} 个工作日，一个中心一天最多查一次；请降低它的权重、减少总次数或延长日期`,
  'inspectors-too-few': (visits: number, days: number, perDay: number) =>
    `全部检查员合起来每天最多 ${perDay} 次，${days} 个工作日容不下 ${visits} 次；请增加检查员或提高每人每天的次数`,
  'recusal-unmet': (centers: readonly string[], needed: number, available: number) =>
    `中心 ${centers.join('、')} 因回避，能去的检查员最多去 ${available} 次，但可能要去 ${needed} 次；请增加不需回避的检查员，或提高他们每天的次数`,
} as const

export type DesignRefusalCode = keyof typeof DESIGN_REFUSALS

/** Bounds that keep every reckoning within whole numbers and a drawing within seconds. */
const MOST = { visits: 2000, visitsPerDay: 200, minimum: 100, weight: 1000 } as const

/** Whether the design can be drawn with every seed; otherwise the first constraint that cannot be met. */
export function checkDesign(design: SamplingDesign): Outcome<SamplingDesign, DesignRefusalCode> {
  return malformed(design) ?? unmet(design) ?? accepted(design)
}

type Refused = { readonly ok: false; readonly refusal: { readonly code: DesignRefusalCode; readonly message: string } }

function malformed({ days, from, to, centers, inspectors, clauseIds, ...design }: SamplingDesign): Refused | null {
  const lists = [
    ['工作日', days],
    ['中心', centers.map(({ centerId }) => centerId)],
    ['检查员', inspectors.map(({ personId }) => personId)],
    ['条款', clauseIds],
  ] as const
  for (const [what, ids] of lists) {
    if (ids.length === 0) return refuse('design-empty', what)
    const twice = ids.find((id, place) => ids.indexOf(id as never) !== place)
    if (twice !== undefined) return refuse('design-twice', what, twice)
  }
  const isInOrder = days.every((day, place) => from <= day && day <= to && (days[place - 1] ?? '') < day)
  return (
    (isInOrder ? null : refuse('days-wrong')) ??
    whole('总次数', design.visits, 1, MOST.visits) ??
    whole('每天最多次数', design.visitsPerDay, 1, MOST.visitsPerDay) ??
    whole('每个中心的最少次数', design.minimum, 0, MOST.minimum) ??
    whole('每次查看的条款数', design.clausesPerVisit, 1, clauseIds.length) ??
    centers.reduce<Refused | null>((found, { weight }) => found ?? whole('权重', weight, 0, MOST.weight), null) ??
    inspectors.reduce<Refused | null>(
      (found, { visitsPerDay }) => found ?? whole('检查员每天最多次数', visitsPerDay, 1, MOST.visitsPerDay),
      null,
    )
  )
}

function unmet(design: SamplingDesign): Refused | null {
  const { centers, days, inspectors, minimum, visits, visitsPerDay } = design
  const extra = extraVisits(design)
  if (extra < 0) return refuse('minimum-unmet', visits, minimum, centers.length)
  if (extra > 0 && weightOf(centers) === 0) return refuse('weight-none')
  if (visits > days.length * visitsPerDay) return refuse('days-too-full', visits, days.length, visitsPerDay)
  const often = expectedVisits(design).find(({ most }) => most > days.length)
  if (often !== undefined) return refuse('center-too-often', often.center.centerId, often.most, days.length)
  const perDay = inspectors.reduce((sum, inspector) => sum + inspector.visitsPerDay, 0)
  if (visits > days.length * perDay) return refuse('inspectors-too-few', visits, days.length, perDay)
  const short = recusalShortage(design)
  return short === null ? null : refuse('recusal-unmet', short.centerIds, short.needed, short.available)
}

function whole(what: string, given: number, least: number, most: number): Refused | null {
  return Number.isSafeInteger(given) && given >= least && given <= most
    ? null
    : refuse('design-number', what, given, least, most)
}

function refuse<Code extends DesignRefusalCode>(
  code: Code,
  ...facts: Parameters<(typeof DESIGN_REFUSALS)[Code]>
): Refused {
  const say = DESIGN_REFUSALS[code] as (...facts: Parameters<(typeof DESIGN_REFUSALS)[Code]>) => string
  return { ok: false, refusal: { code, message: say(...facts) } }
}
