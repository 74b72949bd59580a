import { id, type CenterId, type ClauseId } from '../../kernel/identifiers.ts'
import { numbered } from '../../ledger/case-number.ts'
import { clauseName } from '../../rubric/clause-name.ts'
import { interpretationNumber } from '../../rubric/interpretation-number.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { signedText } from '../../scoring/points-text.ts'
import type { OpenMatter } from '../../scoring/score-sheet.ts'
import type { Alternative, Influence } from './ranking-influence.ts'
import { namesText } from './share-words.ts'

export interface InfluenceNames {
  readonly rubric: Rubric
  readonly ofCenter: (centerId: CenterId) => string
  /** What people call the finding or bonus by; null where nobody numbered it. */
  readonly numberOf: (ref: string) => number | null
}

const KINDS: Readonly<Record<OpenMatter['kind'], string>> = {
  question: '口径未定',
  amount: '分值未定',
  decision: '待认定',
  approval: '加分待审定',
  appeal: '申诉待复核',
  absence: '加分期满才定',
}

/** What the matter is called: 第123号（徐泾镇，待认定）; K-07（口径未定）. */
export function matterWords(
  { kind, ref, centerId }: Influence,
  { rubric, ofCenter, numberOf }: InfluenceNames,
): string {
  if (kind === 'question') {
    const place = rubric.questions.findIndex((question) => question.id === ref)
    return place < 0 ? ref : `${interpretationNumber(place)}（${KINDS[kind]}）`
  }
  const number = numberOf(ref)
  const name = number === null ? `${clauseName(rubric, id<ClauseId>(ref))}的加分` : numbered(number)
  return `${name}（${centerId === null ? '' : `${ofCenter(centerId)}，`}${KINDS[kind]}）`
}

/** What the alternative that moves most would do: 若扣到最多（−2），徐泾镇由第3名到第5名，被白鹤镇、金泽镇超过；合计挪动4个名次. */
export function influenceWords(influence: Influence, names: InfluenceNames): string {
  const [most] = influence.alternatives
  if (most === undefined) return '单独看不动名次'
  return `${conditionWords(influence, most, names)}，${movedWords(influence, most, names)}；合计挪动${most.places}个名次`
}

function conditionWords(
  { kind, ref }: Influence,
  { reading, points }: Alternative,
  { rubric }: InfluenceNames,
): string {
  if (kind !== 'question') return `若得分变动${signedText(points)}`
  const question = rubric.questions.find((one) => one.id === ref)
  const label = question?.readings.find(({ key }) => key === reading)?.label
  return label === undefined ? `若定在一头（最多的中心变动${signedText(points)}）` : `若定为“${label}”`
}

function movedWords({ centerId }: Influence, { moved }: Alternative, { ofCenter }: InfluenceNames): string {
  const own = moved.find((one) => one.centerId === centerId)
  if (own !== undefined) {
    const passing = moved.filter(({ overtakes }) => overtakes.includes(own.centerId))
    const how =
      own.to < own.from
        ? passed('超过', own.overtakes.map(ofCenter))
        : passed(
            '被',
            passing.map((one) => ofCenter(one.centerId)),
            '超过',
          )
    return `${ofCenter(own.centerId)}由第${own.from}名到第${own.to}名${how}`
  }
  const told = moved.toSorted((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from))
  const few = told.slice(0, 3).map((one) => `${ofCenter(one.centerId)}由第${one.from}到第${one.to}`)
  return `${moved.length}个中心名次变动，${few.join('，')}${told.length > few.length ? '等' : ''}`
}

function passed(before: string, names: readonly string[], after = ''): string {
  return names.length === 0 ? '' : `，${before}${namesText(names)}${after}`
}
