/**
 * Next year: this year as another notice would have found it. `carry-over` takes what was decided to the clauses and questions that
 * are the same (`clause-passage` says how, `carry-case` does it for a case), `notice-effects` weighs each change alone
 * (`single-change` makes its notice) and all together, `check-draft` says what the notice could say better. Sentences are made
 * here, so that page, command line and document say the same.
 */
import type { CenterId, ClauseId, FindingId } from '../../kernel/identifiers.ts'
import { formatPoints } from '../../kernel/points.ts'
import { caseNumber } from '../../ledger/case-number.ts'
import { clauseName } from '../../rubric/clause-name.ts'
import { openPriceOf } from '../../rubric/clause-needs.ts'
import { findClause } from '../../rubric/find-clause.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { factsIn } from '../../scoring/score.ts'
import { scoreCenter } from '../../scoring/score-center.ts'
import type { Interval, ScoreSheet, SignedPoints } from '../../scoring/score-sheet.ts'
import { compilePlan } from '../../scoring/scoring-plan.ts'
import type { AssessedYear } from '../assessed-year.ts'
import type { CarriedAs } from './carry-case.ts'
import type { Carried, NotCarried, YearUnderNotice } from './carry-over.ts'
import { CARRIED_AS_WORDS, NOT_CARRIED_WORDS } from './carry-words.ts'
import { meanOf } from '../changed-numbers.ts'
import { checkDraft, type DraftFault } from './check-draft.ts'
import { apartSentence, changeSentence, leadSentence } from './next-year-sentences.ts'
import { noticeChangeSides, type ChangeSides } from './notice-change-sides.ts'
import { noticeEffects, type ApartMove, type CenterMove, type NoticeEffects } from './notice-effects.ts'
import { partsByText } from './notice-parts.ts'
import { UNSEEN_WORDS, unseenByRecords, type UnseenClause } from './unseen-by-records.ts'

/** This year under another notice, as people are told it: sentences beside every number. */
export interface NextYear {
  readonly title: string
  readonly year: number | null
  /** The answer in one sentence. */
  readonly lead: string
  /** As ranked under the notice that holds. */
  readonly centers: readonly CenterUnder[]
  readonly meanBefore: SignedPoints
  readonly meanAfter: SignedPoints
  /** In the order of the comparison. */
  readonly changes: readonly WeighedChange[]
  readonly apart: readonly ApartMove[]
  readonly apartSays: string
  readonly counts: CarryCounts
  /** What has to be decided again, or for the first time. */
  readonly undecided: readonly Undecided[]
  readonly notCarried: readonly NotCarriedGroup[]
  readonly unseen: readonly (UnseenClause & { readonly place: string; readonly quote: string; readonly says: string })[]
  readonly faults: readonly DraftFault[]
}

export interface CenterUnder {
  readonly centerId: CenterId
  readonly centerName: string
  readonly before: CenterStanding
  readonly after: CenterStanding
}

export interface CenterStanding {
  readonly score: SignedPoints
  readonly interval: Interval
  readonly rank: number
  readonly isTied: boolean
}

export interface WeighedChange extends ChangeSides {
  /** What it would have done alone. */
  readonly says: string
  /** Of the moves of all changes, each alone: hundredths of the whole; 0 where nothing moves. */
  readonly share: number
  readonly meanMove: SignedPoints
  readonly moved: readonly CenterMove[]
}

/** Findings and bonuses by how they were taken over, and answers. */
export type CarryCounts = Readonly<Record<CarriedAs, number>> & {
  readonly notCarried: number
  readonly recounted: number
  readonly answers: number
  readonly answersLeft: number
}

export interface Undecided {
  readonly kind: Carried['kind']
  readonly id: Carried['id']
  readonly number: number
  readonly centerName: string
  readonly place: string
  readonly says: string
}

/** Cases of one clause, or one question, that were left for one reason. */
export interface NotCarriedGroup {
  readonly kind: NotCarried['kind']
  readonly place: string
  readonly quote: string
  readonly says: string
  readonly cases: number
  /** Of these, what counts today. */
  readonly counted: number
  /** The first of them, as people call them. */
  readonly numbers: readonly number[]
}

/** `done` of `of` pieces of work are done. */
export interface NextYearStep {
  readonly done: number
  readonly of: number
}

/** In pieces, none of which takes longer than scoring the year once. `covered` as `checkDraft` takes it. */
export function* nextYear(
  year: AssessedYear,
  other: Rubric,
  covered: ReadonlySet<ClauseId> | null = null,
): Generator<NextYearStep, NextYear> {
  const effects = yield* noticeEffects(year, other)
  const before = yield* sheetsInPieces(year)
  const after = yield* sheetsInPieces(effects.under.year)
  return told(year, other, effects, before, after, checkDraft(other, covered))
}

const CENTERS_AT_ONCE = 20

/** As `sheetsOf` gives them. */
function* sheetsInPieces({ rubric, answers, state }: AssessedYear): Generator<NextYearStep, ScoreSheet[]> {
  const plan = compilePlan(rubric, answers)
  const all = factsIn(state)
  const sheets: ScoreSheet[] = []
  for (const facts of all) {
    sheets.push(scoreCenter(plan, facts))
    if (sheets.length % CENTERS_AT_ONCE === 0) yield { done: sheets.length, of: all.length }
  }
  return sheets
}

/** All of it at once. */
export function wholeNextYear(
  year: AssessedYear,
  other: Rubric,
  covered: ReadonlySet<ClauseId> | null = null,
): NextYear {
  const steps = nextYear(year, other, covered)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function told(
  year: AssessedYear,
  other: Rubric,
  effects: NoticeEffects,
  before: readonly ScoreSheet[],
  after: readonly ScoreSheet[],
  faults: readonly DraftFault[],
): NextYear {
  const { rubric } = year
  const weight = effects.effects.reduce((sum, effect) => sum + effect.weight, 0)
  const means = { meanBefore: meanOf(before), meanAfter: meanOf(after) }
  const parts = partsByText(rubric, other)
  return {
    title: other.title,
    year: other.year,
    lead: leadSentence(effects, rubric, other, means),
    centers: centersUnder(effects, before, after),
    ...means,
    changes: effects.effects.map((effect) => ({
      ...noticeChangeSides(effect.change, rubric, other),
      says: changeSentence(effect, year.state.centers.size),
      share: weight === 0 ? 0 : Math.round((effect.weight * 10_000) / weight),
      meanMove: effect.meanMove,
      moved: effect.moved,
    })),
    apart: effects.apart,
    apartSays: apartSentence(effects),
    counts: countsOf(effects.under),
    undecided: undecidedOf(year, other, effects.under),
    notCarried: grouped(rubric, effects.under.notCarried),
    unseen: unseenByRecords(other, parts).map((one) => ({
      ...one,
      place: clauseName(other, one.clauseId),
      quote: findClause(other, one.clauseId)?.quote ?? '',
      says: UNSEEN_WORDS[one.why],
    })),
    faults,
  }
}

function centersUnder(
  { before, after }: NoticeEffects,
  oldSheets: readonly ScoreSheet[],
  newSheets: readonly ScoreSheet[],
): CenterUnder[] {
  const intervals = (sheets: readonly ScoreSheet[]) => new Map(sheets.map((sheet) => [sheet.centerId, sheet.interval]))
  const [was, is] = [intervals(oldSheets), intervals(newSheets)]
  const later = new Map(after.map((one) => [one.centerId, one]))
  return before
    .map((one): CenterUnder => {
      const { centerId, centerName } = one
      const now = later.get(centerId) ?? one
      return {
        centerId,
        centerName,
        before: { ...standing(one), interval: was.get(centerId) ?? [one.total, one.total] },
        after: { ...standing(now), interval: is.get(centerId) ?? [now.total, now.total] },
      }
    })
    .toSorted((a, b) => a.before.rank - b.before.rank)
}

function standing({ total, rank, isTied }: NoticeEffects['before'][number]): Omit<CenterStanding, 'interval'> {
  return { score: total, rank, isTied }
}

function countsOf({ carried, carriedAnswers, notCarried }: YearUnderNotice): CarryCounts {
  const counts: Record<CarriedAs, number> = { same: 0, repriced: 0, 'amount-open': 0, 'amount-outside': 0 }
  for (const { as } of carried) counts[as] += 1
  const answersLeft = notCarried.filter(({ kind }) => kind === 'answer').length
  return {
    ...counts,
    notCarried: notCarried.length - answersLeft,
    recounted: carried.filter(({ isRecounted }) => isRecounted).length,
    answers: carriedAnswers.length,
    answersLeft,
  }
}

function undecidedOf({ state }: AssessedYear, other: Rubric, { carried }: YearUnderNotice): Undecided[] {
  return carried.flatMap(({ kind, id, now, as }): Undecided[] => {
    if (as !== 'amount-open' && as !== 'amount-outside') return []
    const one =
      kind === 'finding'
        ? state.findings.get(id as FindingId)
        : [...state.bonuses.values()].find(({ bonusId }) => bonusId === id)
    const clause = findClause(other, now)
    if (one === undefined || clause === null) return []
    const open = openPriceOf(other, clause)
    const decided = 'decision' in one ? (one.decision?.points ?? null) : one.points
    const range =
      open === null || open.max === null ? '' : `，新的幅度是${formatPoints(open.min)}–${formatPoints(open.max)}分`
    const was = decided === null ? '' : `，原来定${formatPoints(decided)}分`
    const centerName = state.centers.get(one.centerId) ?? one.centerId
    const says = `${CARRIED_AS_WORDS[as]}${was}${range}`
    return [{ kind, id, number: caseNumber(one), centerName, place: clauseName(other, now), says }]
  })
}

const NAMED = 20

function grouped(rubric: Rubric, notCarried: readonly NotCarried[]): NotCarriedGroup[] {
  const groups = new Map<
    string,
    { readonly first: NotCarried; cases: number; counted: number; readonly numbers: number[] }
  >()
  for (const one of notCarried) {
    const key = `${one.kind} ${one.kind === 'answer' ? one.questionId : one.clauseId} ${one.reason}`
    const group = groups.get(key) ?? { first: one, cases: 0, counted: 0, numbers: [] }
    groups.set(key, group)
    group.cases += 1
    if (one.kind === 'answer') continue
    if (one.isCounted) group.counted += 1
    if (group.numbers.length < NAMED) group.numbers.push(one.number)
  }
  return [...groups.values()].map(({ first, cases, counted, numbers }) => ({
    kind: first.kind,
    ...(first.kind === 'answer' ? ofAnswer(rubric, first.questionId) : ofClause(rubric, first.clauseId)),
    says: NOT_CARRIED_WORDS[first.reason],
    cases,
    counted,
    numbers,
  }))
}

function ofClause(rubric: Rubric, clauseId: ClauseId): Pick<NotCarriedGroup, 'place' | 'quote'> {
  return { place: clauseName(rubric, clauseId), quote: findClause(rubric, clauseId)?.quote ?? '' }
}

function ofAnswer(rubric: Rubric, questionId: string): Pick<NotCarriedGroup, 'place' | 'quote'> {
  const question = rubric.questions.find(({ id }) => id === questionId)
  const [clauseId] = question?.clauseIds ?? []
  return { place: clauseId === undefined ? '' : clauseName(rubric, clauseId), quote: question?.why ?? questionId }
}
