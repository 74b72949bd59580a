/**
 * What if: suppositions laid over a year without touching it. `suppose` makes the year that would be (`supposed-….ts`, a
 * file for each part of it), `supposed-sheets.ts` scores of it what is touched, `scenario.ts` gathers suppositions under a name
 * and writes them as one line, `compare-scenario.ts` tells every number that changes.
 */
import type { BonusId, CenterId, FindingId, QuestionId } from '../../kernel/identifiers.ts'
import { accepted } from '../../kernel/outcome.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { checkAnswer } from '../../ledger/answer-question.ts'
import type { AssessmentState, Bonus, Finding } from '../../ledger/assessment-state.ts'
import { refusal } from '../../ledger/ledger-refusals.ts'
import type { Interpretation } from '../../rubric/interpretation.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { underNotice } from '../next-year/carry-over.ts'
import { bonusOf, findingOf } from './case-of.ts'
import { inOldNames } from '../next-year/in-old-names.ts'
import { partsById, partsByText } from '../next-year/notice-parts.ts'
import { supposedBonus } from './supposed-bonus.ts'
import { supposedFinding, unless } from './supposed-finding.ts'
import { supposedRubric } from './supposed-rubric.ts'
import { notSupposed, type Supposing, type SuppositionRefusal } from './supposition-refusals.ts'
import type { AnswerSupposition, BonusSupposition, NoticeSupposition, Supposition } from './supposition.ts'

/** The year as supposed, and whose sheets can be other for it. */
export interface SupposedYear extends AssessedYear {
  readonly touched: ReadonlySet<CenterId> | 'all'
}

/** The year as it would be; the one given stays as it is. */
export function suppose(year: AssessedYear, supposition: Supposition): Supposing<SupposedYear> {
  return supposeAll(year, [supposition])
}

/** One after the other, each on what the ones before made of the year; the first that cannot be supposed refuses all. */
export function supposeAll(year: AssessedYear, suppositions: readonly Supposition[]): Supposing<SupposedYear> {
  const draft: Draft = {
    year,
    rubric: year.rubric,
    answers: year.answers,
    isClosed: year.state.isClosed,
    findings: new Map(),
    bonuses: new Map(),
    touched: new Set(),
    isForAll: false,
  }
  for (const [place, supposition] of suppositions.entries()) {
    const supposed = supposeIn(draft, supposition)
    if (!supposed.ok) return suppositions.length === 1 ? supposed : placed(supposed.refusal, place + 1)
  }
  return accepted(yearOf(draft))
}

function placed({ code, message }: SuppositionRefusal, place: number): Supposing<never> {
  return { ok: false, refusal: { code, message: `第${place}项设想：${message}` } }
}

/** What is other than in the year so far. The maps hold only what is: the year's own may hold tens of thousands. */
interface Draft {
  year: AssessedYear
  rubric: Rubric
  answers: ReadonlyMap<QuestionId, Interpretation>
  isClosed: boolean
  readonly findings: Map<FindingId, Finding>
  readonly bonuses: Map<BonusId, Bonus>
  readonly touched: Set<CenterId>
  isForAll: boolean
}

const DONE = accepted(null)

function supposeIn(draft: Draft, supposition: Supposition): Supposing<null> {
  switch (supposition.kind) {
    case 'appeal-upheld':
    case 'appeal-reversed':
    case 'appeal-varied':
    case 'finding-dismissed':
    case 'finding-substantiated':
    case 'amount':
    case 'count': {
      const finding = findingIn(draft, supposition.number)
      if (finding === null) return { ok: false, refusal: refusal('finding-unknown', String(supposition.number)) }
      return keepFinding(draft, supposedFinding(draft.rubric, finding, supposition))
    }
    case 'measure': {
      const finding = findingIn(draft, supposition.number)
      if (finding !== null) return keepFinding(draft, supposedFinding(draft.rubric, finding, supposition))
      return supposeBonus(draft, supposition)
    }
    case 'bonus-approved':
    case 'bonus-rejected':
      return supposeBonus(draft, supposition)
    case 'answer':
      return supposeAnswer(draft, supposition)
    case 'price': {
      const rubric = supposedRubric(draft.rubric, supposition)
      if (!rubric.ok) return rubric
      draft.isForAll ||= rubric.value !== draft.rubric
      draft.rubric = rubric.value
      return DONE
    }
    case 'other-notice':
      return underOther(draft, supposition)
    case 'period-closed':
      if (draft.isClosed) return { ok: false, refusal: refusal('period-already-closed') }
      draft.isClosed = true
      draft.isForAll = true
      return DONE
    default:
      return unreachable(supposition)
  }
}

/** What was supposed so far is carried over with the rest. */
function underOther(draft: Draft, { rubricDigest }: NoticeSupposition): Supposing<null> {
  const other = draft.year.others?.get(rubricDigest)
  if (other === undefined) return notSupposed('notice-unknown', rubricDigest)
  const { touched: _touched, ...soFar } = yearOf(draft)
  const parts = partsByText(draft.rubric, other)
  const renamed = inOldNames(draft.rubric, other, parts)
  const { year } = underNotice(soFar, renamed, partsById(draft.rubric, renamed))
  draft.year = { ...soFar, ...year }
  draft.rubric = year.rubric
  draft.answers = year.answers
  draft.findings.clear()
  draft.bonuses.clear()
  draft.isForAll = true
  return DONE
}

function supposeBonus(draft: Draft, supposition: Parameters<typeof supposedBonus>[2]): Supposing<null> {
  const bonus = bonusIn(draft, supposition.number)
  if (bonus === null) return { ok: false, refusal: unknownNumber(supposition) }
  const supposed = supposedBonus(draft.rubric, bonus, supposition)
  if (!supposed.ok) return supposed
  draft.bonuses.set(bonus.bonusId, supposed.value)
  draft.touched.add(bonus.centerId)
  return DONE
}

function unknownNumber({ kind, number }: BonusSupposition | { readonly kind: 'measure'; readonly number: number }) {
  return refusal(kind === 'measure' ? 'finding-unknown' : 'bonus-unknown', String(number))
}

function keepFinding(draft: Draft, supposed: Supposing<Finding>): Supposing<null> {
  if (!supposed.ok) return supposed
  draft.findings.set(supposed.value.findingId, supposed.value)
  draft.touched.add(supposed.value.centerId)
  return DONE
}

/** The reading that was answered keeps its number unless another is named. */
function supposeAnswer(draft: Draft, { questionId, reading, points }: AnswerSupposition): Supposing<null> {
  const standing = draft.answers.get(questionId)
  if (standing?.reading === reading && (points === null || points === standing.points)) return DONE
  return unless(checkAnswer(draft.rubric, { questionId, reading, points }), () => {
    draft.answers = new Map(draft.answers).set(questionId, { ...NOBODY, questionId, reading, points })
    draft.isForAll = true
    return null
  })
}

/** Who answered when moves no points. */
const NOBODY = {
  decidedBy: '' as Interpretation['decidedBy'],
  decidedOn: '1900-01-01' as Interpretation['decidedOn'],
  reason: '',
}

function findingIn({ year, findings }: Draft, number: number): Finding | null {
  const finding = findingOf(year.state, number)
  return finding && (findings.get(finding.findingId) ?? finding)
}

function bonusIn({ year, bonuses }: Draft, number: number): Bonus | null {
  const bonus = bonusOf(year.state, number)
  return bonus && (bonuses.get(bonus.bonusId) ?? bonus)
}

function yearOf({ year, rubric, answers, isClosed, findings, bonuses, touched, isForAll }: Draft): SupposedYear {
  const state: AssessmentState = {
    ...year.state,
    isClosed,
    findings: overlaid(year.state.findings, findings),
    bonuses: overlaid(year.state.bonuses, bonuses),
  }
  return { ...year, rubric, answers, state, touched: isForAll ? 'all' : touched }
}

/** In the order of the record: sheets list their lines in it. */
function overlaid<Key, Value>(
  base: ReadonlyMap<Key, Value>,
  changed: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (changed.size === 0) return base
  const whole = new Map(base)
  for (const [key, value] of changed) whole.set(key, value)
  return whole
}
