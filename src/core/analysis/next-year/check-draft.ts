import type { ClauseId, SectionId } from '../../kernel/identifiers.ts'
import { formatPoints } from '../../kernel/points.ts'
import { compareRational } from '../../kernel/rational.ts'
import type { SourceSpan } from '../../kernel/source-span.ts'
import type { Tier } from '../../rubric/amount.ts'
import type { Clause } from '../../rubric/clause.ts'
import { needsMeasure } from '../../rubric/clause-needs.ts'
import { clauseName } from '../../rubric/clause-name.ts'
import type { WithinDeadline } from '../../rubric/condition.ts'
import { allClauses, criterionOf } from '../../rubric/find-clause.ts'
import { wordingOf } from '../../rubric/match-rubrics.ts'
import { priceInWords } from '../../rubric/price-in-words.ts'
import type { Question, QuestionCode } from '../../rubric/question.ts'
import type { Rubric, Section } from '../../rubric/rubric.ts'
import { DRAFT_WORDS, type DraftCode, type DraftWords } from './draft-words.ts'

/** One fault of a draft. `says` is what is wrong here, with its numbers; `quote` is the notice's own sentence at `span`. */
export interface DraftFault extends DraftWords {
  readonly code: DraftCode | QuestionCode
  /** Where, as people say it: 七, 三.4.1; empty for the whole document. */
  readonly place: string
  readonly clauseIds: readonly ClauseId[]
  readonly sectionIds: readonly SectionId[]
  readonly says: string
  readonly quote: string
  readonly span: SourceSpan
}

/**
 * In the order of the notice, what concerns all of it last: what the compiler asks and what it does not. `covered` are the
 * clauses for which there is data or something to look at; null where that is not known, and nothing is said of it.
 */
export function checkDraft(rubric: Rubric, covered: ReadonlySet<ClauseId> | null = null): DraftFault[] {
  const faults = [
    ...rubric.questions.map((question) => ofQuestion(rubric, question)),
    ...rubric.sections.flatMap((section) => ofSection(rubric, section)),
    ...allClauses(rubric).flatMap((clause) => ofClause(rubric, clause, covered)),
  ]
  const ofParts = faults.filter(({ place }) => place !== '').toSorted((a, b) => a.span.start - b.span.start)
  return [...ofParts, ...faults.filter(({ place }) => place === ''), ...grades(rubric)]
}

function ofQuestion(rubric: Rubric, question: Question): DraftFault {
  const { code, clauseIds, sectionIds, span, why } = question
  const [first] = clauseIds
  const clause = allClauses(rubric).find(({ id }) => id === first)
  const place = first === undefined ? '' : clauseName(rubric, first)
  return { ...DRAFT_WORDS[code], code, place, clauseIds, sectionIds, says: why, quote: clause?.quote ?? '', span }
}

function ofSection(rubric: Rubric, section: Section): DraftFault[] {
  const { maxPoints, criteria } = section
  const deductions = criteria.flatMap(({ clauses }) => clauses).filter(({ direction }) => direction === 'deduct')
  if (maxPoints === null || deductions.length === 0) return []
  const printed = `“${section.title}”分值${formatPoints(maxPoints)}分`
  const told = (code: DraftCode, says: string) => inSection(code, section, deductions, says)
  const above = deductions.filter((clause) => topOf(clause) > maxPoints)
  const once = deductions.reduce((sum, clause) => sum + topOf(clause), 0)
  const isBounded = deductions.every(isChargedOnce) && criteria.every(({ clauses }) => clauses.every(isDeduction))
  return [
    ...above.map((clause) => {
      const says = `${printed}，${clauseName(rubric, clause.id)}一次就可以扣${formatPoints(topOf(clause))}分。`
      return atClause('price-above-section', rubric, clause, says)
    }),
    ...(once > maxPoints
      ? [told('section-loses-more', `${printed}，每款各发生一次就要扣${formatPoints(once)}分。`)]
      : []),
    ...(isBounded && once < maxPoints
      ? [told('section-loses-less', `${printed}，所有各款都发生也只扣${formatPoints(once)}分。`)]
      : []),
  ]
}

function ofClause(rubric: Rubric, clause: Clause, covered: ReadonlySet<ClauseId> | null): DraftFault[] {
  const at = (code: DraftCode, says: string) => atClause(code, rubric, clause, says)
  const metric = metricOf(clause)
  return [
    ...overlaps(clause).map((says) => at('band-overlap', says)),
    ...(isDiscretion(rubric, clause) && !hasCriterion(rubric, clause)
      ? [at('discretion-without-criterion', `读作“${priceInWords(clause)}”，没有写什么情形取多少。`)]
      : []),
    ...unclearDeadlines(clause).map(({ phrase }) =>
      at('deadline-calendar-unclear', `“${phrase}”没有写是工作日还是自然日。`),
    ),
    ...(metric !== null && !isDefined(rubric, metric)
      ? [at('metric-undefined', `“${metric}”怎么算，通知里没有定义。`)]
      : []),
    ...(covered === null || covered.has(clause.id) || clause.standing.kind === 'recorded'
      ? []
      : [at('not-covered', '没有检测，检查清单和资料清单里也没有这一款。')]),
    ...(clause.standing.kind === 'recorded'
      ? [at('not-computed', `${clause.standing.because.replace(/。$/u, '')}。`)]
      : []),
  ]
}

function grades({ remarks, sections }: Rubric): DraftFault[] {
  if (sections.length === 0 || remarks.some(({ kind }) => kind === 'grades')) return []
  const span = sections[0]?.span ?? { start: 0, end: 0 }
  const says = '通知没有写分数线，也没有写各等次的比例。'
  const whole = { code: 'grades-missing', place: '', clauseIds: [], sectionIds: [], quote: '', span, says } as const
  return [{ ...DRAFT_WORDS['grades-missing'], ...whole }]
}

function atClause(code: DraftCode, rubric: Rubric, { id, quote, span }: Clause, says: string): DraftFault {
  const place = clauseName(rubric, id)
  return { ...DRAFT_WORDS[code], code, place, clauseIds: [id], sectionIds: [], says, quote, span }
}

function inSection(code: DraftCode, section: Section, clauses: readonly Clause[], says: string): DraftFault {
  const { id, title, span } = section
  const about = { clauseIds: clauses.map((clause) => clause.id), sectionIds: [id], says, quote: title, span }
  return { ...DRAFT_WORDS[code], code, place: nameOf(section), ...about }
}

function nameOf({ label, title }: Section): string {
  return label || title
}

/** Of one occurrence, at the top of its range. */
function topOf({ amount }: Clause): number {
  if (amount.kind === 'fixed') return amount.points
  if (amount.kind === 'range') return amount.max
  return amount.kind === 'ordered' ? Math.max(0, ...amount.points) : 0
}

/** Without a unit and at a printed price it can be charged once and no more. */
function isChargedOnce({ amount, per, perSpan }: Clause): boolean {
  return per.length === 0 && perSpan === null && (amount.kind === 'fixed' || amount.kind === 'range')
}

function isDeduction({ direction }: Clause): boolean {
  return direction === 'deduct'
}

/** Not of a clause that only says by which other one to charge. */
function isDiscretion({ relations }: Rubric, { id, amount, discretionary }: Clause): boolean {
  if (relations.some((one) => one.kind === 'charged-as' && one.clauseId === id && one.to !== id)) return false
  return discretionary || amount.kind === 'range' || amount.kind === 'unspecified'
}

/** 酌情 alone says that there is a choice, not how to choose. */
function hasCriterion(rubric: Rubric, clause: Clause): boolean {
  const criterion = criterionOf(rubric, clause)
  const text = criterion === null ? clause.quote : wordingOf(criterion)
  return (
    clause.conditions.some(({ kind }) => kind === 'severity') ||
    /情节|轻重|程度|后果|影响|视.{0,8}(?:情况|数量|比例)/u.test(text)
  )
}

function unclearDeadlines({ conditions }: Clause): WithinDeadline[] {
  return conditions.filter(
    (condition): condition is WithinDeadline =>
      condition.kind === 'deadline' && !condition.workingDays && /^[日天]$/u.test(condition.unit),
  )
}

function metricOf(clause: Clause): string | null {
  const threshold = clause.conditions.find((condition) => condition.kind === 'threshold')
  if (!needsMeasure(clause)) return null
  // A count says itself how it is made; a share needs a numerator and a denominator.
  const unit =
    threshold?.unit ?? (clause.amount.kind === 'ratio' ? '%' : 'unit' in clause.amount ? clause.amount.unit : null)
  if (unit !== '%' && unit !== '个百分点') return null
  return threshold?.metric ?? (clause.amount.kind === 'tiers' ? clause.amount.metric : null)
}

function isDefined({ remarks }: Rubric, metric: string): boolean {
  return remarks.some(({ kind, quote }) => kind === 'definition' && quote.includes(metric))
}

function overlaps({ amount }: Clause): string[] {
  if (amount.kind !== 'tiers') return []
  return amount.tiers.flatMap((one, at) =>
    amount.tiers
      .slice(at + 1)
      .flatMap((other, gap) => (isMeeting(one, other) ? [`第${at + 1}档和第${at + gap + 2}档有共同的数。`] : [])),
  )
}

/** A shared end is a question of its own (含不含本数); here the inside of two bands meets. */
function isMeeting(one: Tier, other: Tier): boolean {
  return isBelow(one.min, other.max) && isBelow(other.min, one.max)
}

function isBelow(low: Tier['min'], high: Tier['max']): boolean {
  return low === null || high === null || compareRational(low, high) < 0
}
