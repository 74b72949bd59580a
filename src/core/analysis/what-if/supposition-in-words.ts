import { formatPoints, type Points } from '../../kernel/points.ts'
import type { Rational } from '../../kernel/rational.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Bonus, Finding } from '../../ledger/assessment-state.ts'
import { clauseName } from '../../rubric/clause-name.ts'
import { findClause } from '../../rubric/find-clause.ts'
import { numberOfQuestion } from '../../rubric/interpretation-number.ts'
import { priceInWords, quantity } from '../../rubric/price-in-words.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { bonusOf, findingOf } from './case-of.ts'
import type { AnswerSupposition, NoticeSupposition, PriceSupposition, Supposition } from './supposition.ts'

/** One supposition as a sentence, with what the record has instead: `第12号问题（徐泾镇，五.2）每次的分值为2分（现为1分）`. */
export function suppositionInWords(year: AssessedYear, supposition: Supposition): string {
  const { kind } = supposition
  if (kind === 'period-closed') return '考核周期结束，不再有新的事项'
  if (kind === 'other-notice') return noticeInWords(year, supposition)
  if (kind === 'answer') return answerInWords(year, supposition)
  if (kind === 'price') return priceChangeInWords(year.rubric, supposition)
  return `${subjectInWords(year, supposition.number)}${becomesInWords(year, supposition)}`
}

type AboutCase = Exclude<
  Supposition,
  AnswerSupposition | PriceSupposition | NoticeSupposition | { readonly kind: 'period-closed' }
>

function becomesInWords(year: AssessedYear, supposition: AboutCase): string {
  const finding = findingOf(year.state, supposition.number)
  switch (supposition.kind) {
    case 'appeal-upheld':
      return '申诉不成立，维持原决定'
    case 'appeal-reversed':
      return '申诉成立，撤销，不计分'
    case 'appeal-varied':
      return `申诉部分成立，变更为${decidedInWords(supposition)}`
    case 'finding-dismissed':
      return '不成立，不计分'
    case 'finding-substantiated': {
      const { clauseId } = supposition
      const under = clauseId === null ? '' : `，按${clauseName(year.rubric, clauseId)}`
      const decided = decidedInWords(supposition)
      return `查实${under}${decided === '' ? '' : `，${decided}`}`
    }
    case 'amount':
      return `每次的分值为${formatPoints(supposition.points)}分${nowAmount(finding)}`
    case 'count': {
      const now = finding?.decision?.occurrences ?? finding?.occurrences
      return `次数为${supposition.occurrences}${now === undefined ? '' : `（现为${now}）`}`
    }
    case 'measure': {
      const one = finding ?? bonusOf(year.state, supposition.number)
      return `实测为${measureInWords(year.rubric, one, supposition.measured)}${nowMeasure(year.rubric, one)}`
    }
    case 'bonus-approved': {
      const decided = decidedInWords(supposition)
      return `予以加分${decided === '' ? '' : `，${decided}`}`
    }
    case 'bonus-rejected':
      return '不予加分'
    default:
      return unreachable(supposition)
  }
}

function subjectInWords({ state, rubric }: AssessedYear, number: number): string {
  const finding = findingOf(state, number)
  const one = finding ?? bonusOf(state, number)
  if (one === null) return `第${number}号`
  const what = finding === null ? '加分申报' : '问题'
  return `第${number}号${what}（${state.centers.get(one.centerId) ?? one.centerId}，${clauseName(rubric, clauseOf(one))}）`
}

function clauseOf(one: Finding | Bonus) {
  return 'decision' in one && one.decision !== null ? one.decision.clauseId : one.clauseId
}

function decidedInWords({
  occurrences,
  points,
}: {
  readonly occurrences: number | null
  readonly points: Points | null
}): string {
  return [
    ...(occurrences === null ? [] : [`${occurrences}次`]),
    ...(points === null ? [] : [`每次${formatPoints(points)}分`]),
  ].join('，')
}

function nowAmount(finding: Finding | null): string {
  const points = finding?.decision?.points ?? null
  return points === null ? '（现未裁量）' : `（现为${formatPoints(points)}分）`
}

function nowMeasure(rubric: Rubric, one: Finding | Bonus | null): string {
  if (one === null) return ''
  return one.measured === null ? '（现未实测）' : `（现为${measureInWords(rubric, one, one.measured)}）`
}

function measureInWords(rubric: Rubric, one: Finding | Bonus | null, measured: Rational): string {
  const clause = one && findClause(rubric, clauseOf(one))
  const unit = clause?.conditions.find((condition) => condition.kind === 'threshold')?.unit
  const { amount } = clause ?? {}
  const counted = amount?.kind === 'linear' || amount?.kind === 'tiers' ? amount.unit : null
  return quantity(measured, unit ?? counted ?? '')
}

function answerInWords({ rubric, answers }: AssessedYear, { questionId, reading, points }: AnswerSupposition): string {
  const question = rubric.questions.find(({ id }) => id === questionId)
  const labelOf = (key: string) => question?.readings.find((one) => one.key === key)?.label ?? key
  const named = points === null ? '' : `，${formatPoints(points)}分`
  const now = answers.get(questionId)
  const before = now === undefined ? '现未定' : `现为“${labelOf(now.reading)}”`
  return `口径${numberOfQuestion(rubric, questionId)}按“${labelOf(reading)}”${named}（${before}）`
}

function noticeInWords({ others, rubric }: AssessedYear, { rubricDigest }: NoticeSupposition): string {
  const other = others?.get(rubricDigest)
  const year = other === undefined || other.year === null ? '' : `${other.year}年的`
  return `按另一份通知：${year}《${other?.title ?? rubricDigest}》（现为${rubric.noticeNumber ?? rubric.title}）`
}

function priceChangeInWords(rubric: Rubric, { clauseId, amount }: PriceSupposition): string {
  const clause = findClause(rubric, clauseId)
  const name = clauseName(rubric, clauseId)
  if (clause === null) return `${name}改价`
  const printed = clause.amount
  const after = printed.kind === 'linear' && amount.kind === 'fixed' ? { ...printed, points: amount.points } : amount
  return `${name}改为${priceInWords({ ...clause, amount: after })}（现为${priceInWords(clause)}）`
}
