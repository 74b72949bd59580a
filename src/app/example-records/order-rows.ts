import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Random } from '../../core/kernel/random.ts'
import type { ExampleRow } from './example-row.ts'
import { madeUpPerson } from './made-up-people.ts'
import type { Site } from './site.ts'
import { weighted } from './weighted.ts'
import { compact, knownMoment, officeSecond, rowOf, workingDaysOn, type World } from './world.ts'
import { momentOf } from './year-rhythm.ts'

/** What an order of the hotline is about and what came of it. */
export interface OrderStory {
  readonly kind: 'complaint' | 'consultation' | 'help' | 'suggestion' | 'praise'
  readonly origin: 'phone' | 'online' | 'rating' | 'letter'
  readonly verification: 'substantiated' | 'unsubstantiated' | 'pending' | null
  readonly responsibility: string | null
  readonly ratingId: string | null
}

export interface OrderArrival {
  readonly site: Site
  readonly day: PlainDate
  readonly second: number
  readonly serial: number
}

/** An order that is contacted on the next working day and handled within five, as far as the export knows. */
export function orderRow(
  world: World,
  random: Random,
  { site, day, second, serial }: OrderArrival,
  story: OrderStory,
): ExampleRow {
  const person = madeUpPerson(random)
  const topic = random.pick(TOPICS[story.kind])
  const handledAt = knownMoment(world, workingDaysOn(world, day, 1 + random.below(5)), officeSecond(random))
  const isJudged = handledAt !== null && story.verification !== 'pending'
  return rowOf('hotline_orders', {
    record_id: `${compact(day)}${site.code}${String(serial).padStart(4, '0')}`,
    center_id: site.center.id,
    kind: story.kind,
    origin: story.origin,
    rating_id: story.ratingId,
    title: topic,
    content: `来电人（${person.phone}）反映：${topic}，请${site.center.name}核实处理。`,
    received_at: momentOf(day, second),
    dispatched_at: momentOf(day, Math.min(86_399, second + 300 + random.below(1500))),
    contacted_at: knownMoment(world, workingDaysOn(world, day, 1), officeSecond(random)),
    handled_at: handledAt,
    promised_on: workingDaysOn(world, day, 5),
    is_extended: random.chance(3) ? 'yes' : 'no',
    verification: isJudged ? story.verification : story.verification && 'pending',
    satisfaction: isJudged ? random.pick(['satisfied', 'satisfied', 'dissatisfied', 'unreached']) : null,
    is_resolved: isJudged ? random.pick(['yes', 'yes', 'no']) : null,
    responsibility: isJudged ? story.responsibility : null,
    caller_name: person.name,
    caller_phone: person.phone,
  })
}

/** What people call about on ordinary days: when it is a complaint, the center is not to blame. */
export function ordinaryOrder(random: Random): OrderStory {
  const kind = KINDS(random)[0]
  const isTrue = kind === 'complaint' && random.chance(30)
  return {
    kind,
    origin: random.pick(['phone', 'phone', 'phone', 'online', 'letter']),
    verification: kind === 'complaint' ? (isTrue ? 'substantiated' : 'unsubstantiated') : null,
    responsibility: isTrue ? random.pick(['policy', 'system', 'other']) : null,
    ratingId: null,
  }
}

const KINDS = weighted(
  [
    ['consultation', 45],
    ['help', 25],
    ['complaint', 20],
    ['suggestion', 7],
    ['praise', 3],
  ] as const,
  ([, weight]) => weight,
)

const TOPICS: Readonly<Record<OrderStory['kind'], readonly string[]>> = {
  complaint: ['工作人员态度生硬', '排队时间过长', '同一材料要求反复提交', '电话无人接听', '告知的办理条件前后不一'],
  consultation: ['咨询医保报销所需材料', '咨询居住证签注条件', '咨询周末是否开放', '咨询养老金认证方式'],
  help: ['老人行动不便，请求上门办理', '网上申请无法提交，请求协助', '社保卡急需补办'],
  suggestion: ['建议增加午间值班窗口', '建议增设轮椅通道', '建议在网上公布排队人数'],
  praise: ['表扬窗口人员耐心细致', '感谢工作人员上门服务'],
}
