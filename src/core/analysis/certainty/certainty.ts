/**
 * How sure a ranking is: every center's score with what it can still become, the best and worst rank that any combination
 * of decisions and answers allows (`rank-bounds`), how often a seeded simulation under stated assumptions gives each rank
 * (`rank-odds`), and which single open matter moves the ranking most (`ranking-influence`), all of it told in sentences.
 */
import { caseNumbers } from '../../scoring/sheet-names.ts'
import type { ScoreSheet } from '../../scoring/score-sheet.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { rankSheets } from '../rank-sheets.ts'
import { assumptionsFrom, type Assumptions, type StatedAssumptions } from './assumptions.ts'
import type { CertainCenter } from './certain-center.ts'
import { assumptionWords, centerWords, leadWords } from './certainty-words.ts'
import { drain } from './drain.ts'
import { influenceWords, matterWords, type InfluenceNames } from './influence-words.ts'
import { rankBoundsInSteps } from './rank-bounds.ts'
import { rankOddsInSteps, type Drawing } from './rank-odds.ts'
import { rankingInfluenceInSteps, type Influence } from './ranking-influence.ts'

export interface AskedCertainty {
  readonly seed: number
  readonly draws: number
  /** What is assumed otherwise than this year's own record suggests. */
  readonly assumed: Partial<Assumptions>
}

export interface Certainty {
  readonly lead: string
  /** First rank first. */
  readonly centers: readonly CertainCenter[]
  /** Most moving first. */
  readonly influences: readonly ToldInfluence[]
  /** Open matters, and how many of them alone change nobody's rank. */
  readonly openMatters: number
  readonly idleMatters: number
  readonly drawing: Drawing
  /** What this year's record suggests, and from how many cases. */
  readonly stated: StatedAssumptions
  readonly assumptionSentences: readonly string[]
}

export interface ToldInfluence extends Influence {
  readonly name: string
  readonly sentence: string
}

/** `sheets` are the year's own, in any order. */
export function certaintyOf(year: AssessedYear, sheets: readonly ScoreSheet[], asked: AskedCertainty): Certainty {
  return drain(certaintyInSteps(year, sheets, asked))
}

export function* certaintyInSteps(
  year: AssessedYear,
  sheets: readonly ScoreSheet[],
  { seed, draws, assumed }: AskedCertainty,
): Generator<undefined, Certainty> {
  const stated = assumptionsFrom(year.state)
  const drawing: Drawing = { seed, draws, assumptions: { ...stated.assumptions, ...assumed } }
  const bounds = new Map((yield* rankBoundsInSteps(year)).map((one) => [one.centerId, one]))
  const odds = new Map((yield* rankOddsInSteps(year, drawing)).map((one) => [one.centerId, one]))
  const influences = yield* rankingInfluenceInSteps(year, sheets)
  const centers = rankSheets(sheets).flatMap(({ sheet, rank, isTied }): CertainCenter[] => {
    const own = { bounds: bounds.get(sheet.centerId), odds: odds.get(sheet.centerId) }
    if (own.bounds === undefined || own.odds === undefined) return []
    const { mean, between, times } = own.odds
    const center = {
      centerId: sheet.centerId,
      centerName: sheet.centerName,
      score: sheet.score,
      interval: sheet.interval,
      rank,
      isTied,
      bounds: own.bounds,
      odds: times.flatMap((count, place) => (count > 0 ? [{ rank: place + 1, times: count }] : [])),
      mean,
      between,
    }
    return [{ ...center, sentence: centerWords(center, drawing) }]
  })
  const names = namesIn(year, sheets)
  const openMatters = countMatters(sheets)
  return {
    lead: leadWords(centers, drawing),
    centers,
    influences: influences.map((one) => ({
      ...one,
      name: matterWords(one, names),
      sentence: influenceWords(one, names),
    })),
    openMatters,
    idleMatters: openMatters - influences.length,
    drawing,
    stated,
    assumptionSentences: assumptionWords(drawing.assumptions, stated, drawing),
  }
}

/** A question that several centers wait for is one matter. */
function countMatters(sheets: readonly ScoreSheet[]): number {
  const keys = sheets.flatMap(({ centerId, open }) =>
    open.map(({ kind, ref }) => (kind === 'question' ? `question ${ref}` : `${kind} ${centerId} ${ref}`)),
  )
  return new Set(keys).size
}

function namesIn({ rubric }: AssessedYear, sheets: readonly ScoreSheet[]): InfluenceNames {
  const centers = new Map(sheets.map(({ centerId, centerName }) => [centerId, centerName]))
  const numbers = new Map(sheets.flatMap((sheet) => [...caseNumbers(sheet)]))
  return {
    rubric,
    ofCenter: (centerId) => centers.get(centerId) ?? centerId,
    numberOf: (ref) => numbers.get(ref) ?? null,
  }
}
