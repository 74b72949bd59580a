import type { CenterId } from '../../kernel/identifiers.ts'
import { drain } from '../certainty/drain.ts'
import { accepted } from '../../kernel/outcome.ts'
import type { ScoreSheet, SignedPoints } from '../../scoring/score-sheet.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { changedNumbers, type ChangedNumbers } from '../changed-numbers.ts'
import { leadOf } from './lead-of.ts'
import { rankSheets } from '../rank-sheets.ts'
import type { Scenario } from './scenario.ts'
import { supposeAll } from './suppose.ts'
import { supposedSheetsInSteps } from './supposed-sheets.ts'
import { suppositionInWords } from './supposition-in-words.ts'
import type { Supposing } from './supposition-refusals.ts'

/** What a scenario makes of a year: every number that changes, old beside new, and where each center stands. */
export interface ScenarioOutcome extends ChangedNumbers {
  /** The answer in one sentence. */
  readonly lead: string
  /** Each supposition as a sentence, in the order of the scenario. */
  readonly sentences: readonly string[]
  /** Every center, in the order of the ranking that was. */
  readonly places: readonly PlaceChange[]
}

export interface PlaceChange {
  readonly centerId: CenterId
  readonly centerName: string
  readonly before: Place
  readonly after: Place
}

export interface Place {
  readonly rank: number
  readonly isTied: boolean
  readonly score: SignedPoints
}

/** `before` are the sheets of the year. */
export function compareScenario(
  year: AssessedYear,
  before: readonly ScoreSheet[],
  scenario: Scenario,
): Supposing<ScenarioOutcome> {
  return drain(scenarioInSteps(year, before, scenario))
}

/** The year must stay as it is until the last step. */
export function* scenarioInSteps(
  year: AssessedYear,
  before: readonly ScoreSheet[],
  { suppositions }: Scenario,
): Generator<undefined, Supposing<ScenarioOutcome>> {
  const supposed = supposeAll(year, suppositions)
  if (!supposed.ok) return supposed
  const after = yield* supposedSheetsInSteps(before, supposed.value)
  yield
  const sentences = suppositions.map((one) => suppositionInWords(year, one))
  return accepted(outcomeOf(year, before, after, sentences, ifAll(suppositions.length)))
}

/** Two scenarios: each beside the record, and the second beside the first. */
export interface ScenariosCompared {
  readonly one: ScenarioOutcome
  readonly other: ScenarioOutcome
  readonly between: Omit<ScenarioOutcome, 'sentences'>
}

export function compareScenarios(
  year: AssessedYear,
  before: readonly ScoreSheet[],
  both: readonly [Scenario, Scenario],
): Supposing<ScenariosCompared> {
  return drain(scenariosInSteps(year, before, both))
}

export function* scenariosInSteps(
  year: AssessedYear,
  before: readonly ScoreSheet[],
  [one, other]: readonly [Scenario, Scenario],
): Generator<undefined, Supposing<ScenariosCompared>> {
  const sheets: ScoreSheet[][] = []
  for (const { suppositions } of [one, other]) {
    const supposed = supposeAll(year, suppositions)
    if (!supposed.ok) return supposed
    sheets.push(yield* supposedSheetsInSteps(before, supposed.value))
    yield
  }
  const [first = [], second = []] = sheets
  const alone = ({ suppositions }: Scenario, after: readonly ScoreSheet[]) => {
    const sentences = suppositions.map((supposition) => suppositionInWords(year, supposition))
    return outcomeOf(year, before, after, sentences, ifAll(suppositions.length))
  }
  const toOne = alone(one, first)
  yield
  const toOther = alone(other, second)
  yield
  const isNamedAlike = one.name === other.name
  const given = `${isNamedAlike ? '前一方案' : named(one, '前一方案')}换成${isNamedAlike ? '后一方案' : named(other, '后一方案')}，`
  const { sentences: _none, ...between } = outcomeOf(year, first, second, [], given)
  return accepted({ one: toOne, other: toOther, between })
}

function outcomeOf(
  { rubric }: AssessedYear,
  before: readonly ScoreSheet[],
  after: readonly ScoreSheet[],
  sentences: readonly string[],
  given: string,
): ScenarioOutcome {
  const changed = changedNumbers(rubric, before, after)
  return { ...changed, lead: leadOf(changed, given), sentences, places: placesOf(before, after) }
}

function placesOf(before: readonly ScoreSheet[], after: readonly ScoreSheet[]): PlaceChange[] {
  const later = new Map(rankSheets(after).map((ranked) => [ranked.sheet.centerId, ranked]))
  return rankSheets(before).flatMap((was) => {
    const is = later.get(was.sheet.centerId)
    if (is === undefined) return []
    const { centerId, centerName } = was.sheet
    const placeOf = ({ rank, isTied, sheet }: typeof is): Place => ({ rank, isTied, score: sheet.score })
    return { centerId, centerName, before: placeOf(was), after: placeOf(is) }
  })
}

function named({ name }: Scenario, otherwise: string): string {
  return name === '' ? otherwise : `“${name}”`
}

/** 若三项都成立, in words as far as people say them. */
function ifAll(count: number): string {
  if (count === 0) return '没有设想，'
  if (count === 1) return '若此项成立，'
  return `若${COUNTS[count] ?? String(count)}项都成立，`
}

const COUNTS: Readonly<Record<number, string>> = {
  2: '两',
  3: '三',
  4: '四',
  5: '五',
  6: '六',
  7: '七',
  8: '八',
  9: '九',
  10: '十',
}
