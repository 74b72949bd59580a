import type { CenterId, SectionId } from '../../kernel/identifiers.ts'
import type { Interpretation } from '../../rubric/interpretation.ts'
import type { Question } from '../../rubric/question.ts'
import { certainWorld } from '../../scoring/bounds.ts'
import { gather } from '../../scoring/gather.ts'
import { isTouched } from '../../scoring/open-matters.ts'
import { factsIn } from '../../scoring/score.ts'
import type { OpenMatter, ScoreSheet, SignedPoints } from '../../scoring/score-sheet.ts'
import { compilePlan, type ScoringPlan } from '../../scoring/scoring-plan.ts'
import { totalUnder } from '../../scoring/total-under.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { drain } from './drain.ts'

/** What one open matter alone could do to the ranking, all else as it stands. */
export interface Influence {
  readonly kind: OpenMatter['kind']
  readonly ref: string
  /** Whose it is; null for a question of the notice, which is everybody's. */
  readonly centerId: CenterId | null
  readonly sectionId: SectionId | null
  /** Of the alternative that moves most: how many places all centers together change. */
  readonly places: number
  /** Ends of what it can come to, or the readings; only those that change somebody's rank, most moving first. */
  readonly alternatives: readonly Alternative[]
}

export interface Alternative {
  /** Of a question the reading; null where an amount that the office would name is at one of its ends. */
  readonly reading: Interpretation['reading'] | null
  /** Of whoever's it is, how many points its total would change; of a question the most of any center. */
  readonly points: SignedPoints
  readonly places: number
  readonly moved: readonly MovedCenter[]
}

export interface MovedCenter {
  readonly centerId: CenterId
  readonly from: number
  readonly to: number
  /** Who was above it, or level, and would be below. */
  readonly overtakes: readonly CenterId[]
}

/** Every open matter that alone can change a rank, most moving first. `sheets` are the year's own. */
export function rankingInfluence(year: AssessedYear, sheets: readonly ScoreSheet[]): Influence[] {
  return drain(rankingInfluenceInSteps(year, sheets))
}

export function* rankingInfluenceInSteps(
  year: AssessedYear,
  sheets: readonly ScoreSheet[],
): Generator<undefined, Influence[]> {
  const ranking: Ranking = { centers: sheets.map(({ centerId }) => centerId), totals: sheets.map(({ score }) => score) }
  const influences: Influence[] = []
  for (const [at, { centerId, open }] of sheets.entries()) {
    for (const { kind, ref, sectionId, moves } of open) {
      if (kind === 'question') continue
      const alternatives = moves.flatMap((points) => alternative(ranking, null, new Map([[at, points]])))
      influences.push(influence({ kind, ref, centerId, sectionId }, alternatives))
    }
    yield
  }
  influences.push(...(yield* ofQuestions(year, sheets, ranking)))
  return influences.filter(({ places }) => places > 0).sort((one, other) => other.places - one.places)
}

/** In the order of the sheets. */
interface Ranking {
  readonly centers: readonly CenterId[]
  readonly totals: readonly SignedPoints[]
}

function influence(about: Pick<Influence, 'kind' | 'ref' | 'centerId' | 'sectionId'>, alternatives: Alternative[]) {
  const moving = alternatives.filter(({ places }) => places > 0).sort((one, other) => other.places - one.places)
  return { ...about, places: moving[0]?.places ?? 0, alternatives: moving }
}

/** An answer holds for all centers at once, so every center is asked what each reading would make of it. */
function* ofQuestions(
  year: AssessedYear,
  sheets: readonly ScoreSheet[],
  ranking: Ranking,
): Generator<undefined, Influence[]> {
  const plan = compilePlan(year.rubric, year.answers)
  const places = new Map(sheets.map(({ centerId }, at) => [centerId, at]))
  const changes = plan.questions.map(({ options }) => options.map(() => new Map<number, SignedPoints>()))
  for (const { centerId, findings, bonuses, isClosed } of factsIn(year.state)) {
    const { center } = gather(plan, findings, bonuses, isClosed)
    const touched = plan.questions.map((_, place) => place).filter((place) => isTouched(center, place))
    if (touched.length > 0) {
      const now = certainWorld(center)
      for (const question of touched)
        changes[question]?.forEach((change, option) => {
          const points = totalUnder(center, now, question, option) - now.total
          if (points !== 0) change.set(places.get(centerId) ?? -1, points)
        })
    }
    yield
  }
  return plan.questions.map((question, place) => {
    const asked = year.rubric.questions.find(({ id }) => id === question.id)
    const alternatives = (changes[place] ?? []).flatMap((change, option) =>
      alternative(ranking, readingOf(plan, place, option, asked), change),
    )
    const clause = plan.clauses[plan.touched[place]?.clauses[0] ?? -1]
    const sectionId = plan.sections[clause?.sectionIndex ?? -1]?.sectionId ?? null
    return influence({ kind: 'question', ref: question.id, centerId: null, sectionId }, alternatives)
  })
}

/** The reading that an option stands for. */
function readingOf({ questions }: ScoringPlan, place: number, option: number, asked: Question | undefined) {
  const effect = questions[place]?.options[option]
  return asked?.readings.find((reading) => reading.effect === effect)?.key ?? null
}

/** The ranking with some totals otherwise: none where no total changes. */
function alternative(
  { centers, totals }: Ranking,
  reading: Alternative['reading'],
  changes: ReadonlyMap<number, SignedPoints>,
): Alternative[] {
  const points = [...changes.values()].reduce((most, own) => (Math.abs(own) > Math.abs(most) ? own : most), 0)
  if (points === 0) return []
  const after = totals.map((total, at) => total + (changes.get(at) ?? 0))
  const before = ranksIn(totals)
  const later = ranksIn(after)
  const moved = centers.flatMap((centerId, at): MovedCenter[] => {
    const [from, to] = [before[at] ?? 0, later[at] ?? 0]
    if (from === to) return []
    const overtakes = centers.filter(
      (_, other) => (totals[other] ?? 0) >= (totals[at] ?? 0) && (after[other] ?? 0) < (after[at] ?? 0),
    )
    return [{ centerId, from, to, overtakes: overtakes.filter((other) => other !== centerId) }]
  })
  const places = moved.reduce((sum, { from, to }) => sum + Math.abs(from - to), 0)
  return [{ reading, points, places, moved }]
}

function ranksIn(totals: readonly number[]): number[] {
  const order = Float64Array.from(totals).sort().reverse()
  const first = new Map<number, number>()
  order.forEach((total, at) => {
    if (!first.has(total)) first.set(total, at + 1)
  })
  return totals.map((total) => first.get(total) ?? 0)
}
