import type { DocumentFact } from '../../core/document/official-document.ts'
import type { AssessmentFacts, SheetFacts } from './sheet-facts.ts'

/** What the notice calls its form; not 关于印发……的通知. */
export function formTitle({ rubric: { title } }: AssessmentFacts): string {
  return /关于印发《?(.+?)》?的通知$/u.exec(title)?.[1] ?? title.replace(/的通知$/u, '')
}

/** （2021年）, with the day where it is a past one's. */
export function inBrackets({ rubric: { year }, clocks, state: { periodTo } }: AssessmentFacts): string {
  const isPast = clocks !== null && (periodTo === null || clocks.occurredBy < periodTo)
  const parts = [...(year === null ? [] : [`${year}年`]), ...(isPast ? [`截至${clocks.occurredBy}`] : [])]
  return parts.length === 0 ? '' : `（${parts.join('，')}）`
}

export function sheetFactLines(facts: SheetFacts): DocumentFact[] {
  return [
    { name: '被考核单位', value: facts.sheet.centerName },
    ...assessmentFactLines(facts),
    { name: '状态', value: stateOf(facts) },
  ]
}

/** What any table of scores says of the assessment and of the moment that it shows. */
export function assessmentFactLines({
  rubric,
  state,
  clocks,
  madeOn,
}: Pick<AssessmentFacts, 'rubric' | 'state' | 'clocks' | 'madeOn'>): DocumentFact[] {
  const { periodFrom, periodTo } = state
  return [
    { name: '考核依据', value: rubric.noticeNumber ?? rubric.title },
    ...(periodFrom === null || periodTo === null ? [] : [{ name: '考核周期', value: `${periodFrom}至${periodTo}` }]),
    {
      name: '截至',
      value:
        clocks === null
          ? madeOn
          : clocks.occurredBy === clocks.knownBy
            ? `${clocks.occurredBy}发生并记录在案的事项`
            : `${clocks.occurredBy}发生、${clocks.knownBy}记录在案的事项`,
    },
  ]
}

export function stateOf({ isSealed, sealedOn, clocks }: SheetFacts): string {
  if (isSealed === null) return '未定稿'
  if (isSealed) return sealedOn === null ? '已定稿' : `已定稿（${sealedOn}）`
  return clocks === null ? '与定稿的得分表不同' : '不是定稿的得分表'
}
