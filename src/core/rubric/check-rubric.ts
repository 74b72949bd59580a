import { unreachable } from '../kernel/unreachable.ts'
import type { SourceSpan } from '../kernel/source-span.ts'
import type { Amount } from './amount.ts'
import type { Clause } from './clause.ts'
import { isSame, termsOf } from './clause-terms.ts'
import type { Question } from './question.ts'
import { clausesOfRelation, type Relation } from './relation.ts'
import type { Remark } from './remark.ts'
import type { Criterion, Rubric } from './rubric.ts'

export type RubricFaultCode =
  | 'id-repeated'
  | 'id-not-nested'
  | 'amount-reversed'
  | 'levels-unequal'
  | 'bands-reversed'
  | 'clause-unknown'
  | 'criterion-unknown'
  | 'section-unknown'
  | 'readings-missing'
  | 'quote-empty'
  | 'quote-strange'
  | 'span-outside'
  | 'correction-differs'

/** A broken invariant: a bug of whoever made the rubric, or a file edited by hand. `where` is an id. */
export interface RubricFault {
  readonly code: RubricFaultCode
  readonly where: string
  readonly message: string
}

/** Every invariant that a rubric breaks; empty for what `core/notice` compiles. `source` also checks quotes at spans. */
export function checkRubric(rubric: Rubric, source?: string): RubricFault[] {
  const criteria = rubric.sections.flatMap((section) => section.criteria)
  const clauses = criteria.flatMap((criterion) => criterion.clauses)
  const known: Known = {
    sections: new Set(rubric.sections.map((section) => section.id)),
    criteria: new Set(criteria.map((criterion) => criterion.id)),
    clauses: new Set(clauses.map((clause) => clause.id)),
  }
  return [
    ...repeated([...rubric.sections, ...criteria, ...clauses]),
    ...repeated(rubric.questions),
    ...rubric.sections.flatMap((section) => section.criteria.flatMap((one) => nesting(one.id, section.id))),
    ...criteria.flatMap((criterion) => [
      ...criterion.clauses.flatMap((clause) => nesting(clause.id, criterion.id)),
      ...criterionFaults(criterion, source),
    ]),
    ...clauses.flatMap((clause) => amountFaults(clause, known)),
    ...rubric.remarks.flatMap(remarkFaults),
    ...rubric.relations.flatMap((relation) => relationFaults(relation, known)),
    ...rubric.questions.flatMap((question) => questionFaults(question, known)),
  ]
}

interface Known {
  readonly sections: ReadonlySet<string>
  readonly criteria: ReadonlySet<string>
  readonly clauses: ReadonlySet<string>
}

function fault(code: RubricFaultCode, where: string, message: string): RubricFault {
  return { code, where, message }
}

function repeated(parts: readonly { readonly id: string }[]): RubricFault[] {
  const seen = new Set<string>()
  return parts
    .filter(({ id }) => seen.size === seen.add(id).size)
    .map(({ id }) => fault('id-repeated', id, `编号 ${id} 出现了不止一次；编号必须唯一`))
}

function nesting(id: string, parent: string): RubricFault[] {
  const rest = id.startsWith(`${parent}.`) ? id.slice(parent.length + 1) : ''
  if (rest !== '' && !rest.includes('.')) return []
  return [fault('id-not-nested', id, `编号 ${id} 应当是“${parent}.”加一个序号`)]
}

function criterionFaults(criterion: Criterion, source: string | undefined): RubricFault[] {
  return criterion.clauses.flatMap((clause): RubricFault[] => {
    const faults: RubricFault[] = []
    if (clause.quote.trim() === '')
      faults.push(fault('quote-empty', clause.id, `条款 ${clause.id} 没有原文；每一款都必须带着它的原句`))
    if (!isWithin(clause.span, criterion.span))
      faults.push(fault('span-outside', clause.id, `条款 ${clause.id} 的位置不在考核项目 ${criterion.id} 之内`))
    if (source !== undefined && source.slice(clause.span.start, clause.span.end) !== clause.quote)
      faults.push(fault('quote-strange', clause.id, `条款 ${clause.id} 的原文与通知中该位置的文字不一致`))
    if (!isAsCorrected(clause))
      faults.push(fault('correction-differs', clause.id, `条款 ${clause.id} 与它所记的改正不一致；改正和读法必须相同`))
    return faults
  })
}

function remarkFaults({ kind, quote, correction }: Remark): RubricFault[] {
  if (kind !== 'corrected' && correction === undefined) return []
  if (kind === 'corrected' && correction?.quote === quote && correction.given.kind !== 'price') return []
  const where = correction?.clauseId ?? ''
  return [fault('correction-differs', where, `“${quote}”与它所记的改正不一致；改正和读法必须相同`)]
}

function isAsCorrected(clause: Clause): boolean {
  const { correction } = clause
  if (correction === undefined) return true
  const { clauseId, quote, given } = correction
  return (
    clauseId === clause.id && quote === clause.quote && given.kind === 'price' && isSame(given.terms, termsOf(clause))
  )
}

function isWithin(inner: SourceSpan, outer: SourceSpan): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
}

function amountFaults(clause: Clause, known: Known): RubricFault[] {
  const wrong = amountFault(clause.amount, known)
  return wrong === null ? [] : [fault(wrong, clause.id, `条款 ${clause.id} ${AMOUNT_FAULTS[wrong]}`)]
}

const AMOUNT_FAULTS = {
  'amount-reversed': '的分值范围下限大于上限',
  'levels-unequal': '的等级数与分值数不相等，或一个也没有',
  'bands-reversed': '有一档的下限大于上限',
  'clause-unknown': '加倍所依据的条款不存在',
} as const

function amountFault(amount: Amount, known: Known): keyof typeof AMOUNT_FAULTS | null {
  switch (amount.kind) {
    case 'range':
      return amount.min > amount.max ? 'amount-reversed' : null
    case 'ordered':
      return amount.levels.length === amount.points.length && amount.points.length > 0 ? null : 'levels-unequal'
    case 'tiers':
      return amount.tiers.some(
        ({ min, max }) =>
          min !== null && max !== null && min.numerator * max.denominator > max.numerator * min.denominator,
      )
        ? 'bands-reversed'
        : null
    case 'multiplied':
      return amount.of === null || known.clauses.has(amount.of) ? null : 'clause-unknown'
    case 'fixed':
    case 'linear':
    case 'ratio':
    case 'full':
    case 'unspecified':
      return null
    default:
      return unreachable(amount)
  }
}

function relationFaults(relation: Relation, known: Known): RubricFault[] {
  return clausesOfRelation(relation)
    .filter((id) => !known.clauses.has(id))
    .map((id) => fault('clause-unknown', id, `关系“${relation.phrase}”提到的条款 ${id} 不存在`))
}

function questionFaults(question: Question, known: Known): RubricFault[] {
  const { id } = question
  const breaking = question.readings.flatMap(({ effect }) => (effect.kind === 'breaks' ? effect.clauseIds : []))
  const clauses = [...question.clauseIds, ...breaking].filter((clauseId) => !known.clauses.has(clauseId))
  const sections = question.sectionIds.filter((sectionId) => !known.sections.has(sectionId))
  const keys = question.readings.map(({ key }) => ({ id: `${id}#${key}` }))
  return [
    ...clauses.map((lost) => fault('clause-unknown', id, `问题 ${id} 提到的条款 ${lost} 不存在`)),
    ...sections.map((lost) => fault('section-unknown', id, `问题 ${id} 提到的考核内容 ${lost} 不存在`)),
    ...(question.criterionId === null || known.criteria.has(question.criterionId)
      ? []
      : [fault('criterion-unknown', id, `问题 ${id} 提到的考核项目 ${question.criterionId} 不存在`)]),
    ...(keys.length > 0 ? [] : [fault('readings-missing', id, `问题 ${id} 没有可选的理解；至少要列出一种`)]),
    ...repeated(keys),
  ]
}
