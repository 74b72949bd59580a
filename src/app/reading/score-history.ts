import type { CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { newLive, type LiveAssessment, type LiveDraft } from '../office/live-assessment.ts'
import { centerOf } from '../office/live-scores.ts'
import type { Office } from '../office/office.ts'
import { readChecked, storedLedger } from '../office/read-checked.ts'
import { canMove } from '../office/told.ts'

/** A score at the end of a day; it holds until the next point. */
export interface TrendPoint {
  readonly day: PlainDate
  readonly score: SignedPoints
}

export type ScoreHistory = ReadonlyMap<CenterId, readonly TrendPoint[]>

/**
 * Every center's settled score at the end of each day before the day of the last event, change by change: the ledger folded once,
 * and at each end of a day only the centers scored whose score can have moved. Those days are over (the ledger's clock never runs
 * backwards), so it is kept until another day begins, and all who ask meanwhile wait for the same reading.
 */
export async function scoreHistory(office: Office, live: LiveAssessment): Promise<Acting<ScoreHistory>> {
  const { recordedAt } = live
  if (recordedAt === null) return accepted(new Map())
  const day = dayOf(recordedAt)
  const known = HISTORIES.get(live)
  if (known?.day === day) return known.history
  const history = readHistory(office, live, day)
  HISTORIES.set(live, { day, history })
  const read = await history
  if (!read.ok) HISTORIES.delete(live)
  return read
}

const HISTORIES = new WeakMap<
  LiveAssessment,
  { readonly day: PlainDate; readonly history: Promise<Acting<ScoreHistory>> }
>()

async function readHistory(
  office: Office,
  { header, adopted, digestOf }: LiveAssessment,
  before: PlainDate,
): Promise<Acting<ScoreHistory>> {
  const fresh = newLive(header, adopted, digestOf)
  if (!fresh.ok) return fresh
  const folded = fresh.value
  const points = new Map<CenterId, TrendPoint[]>()
  const moved = new Set<CenterId>()
  let day: PlainDate | null = null
  const ledger = storedLedger(office.ledgers, header.tenantId, header.assessmentId, digestOf)
  const read = await readChecked(ledger, folded.head, null, async (event, entry) => {
    const own = dayOf(event.recordedAt)
    if (day !== null && own > day && day < before) {
      noteDay(points, folded, moved, day)
      // Hundreds of centers over hundreds of days: others are served between two days.
      await new Promise((resolve) => setImmediate(resolve))
    }
    day = own
    if (own >= before) return
    folded.fold(event, entry)
    if (!canMove(event) && event.type !== 'CenterEnrolled') return
    const centerId = centerOf(folded.state, event)
    for (const one of centerId === null ? folded.state.centers.keys() : [centerId]) moved.add(one)
  })
  return read.ok ? accepted(points) : read
}

function noteDay(
  points: Map<CenterId, TrendPoint[]>,
  { scores }: LiveDraft,
  moved: Set<CenterId>,
  day: PlainDate,
): void {
  for (const centerId of moved) {
    const score = scores.settled(centerId)
    const own = points.get(centerId)
    if (score === null || own?.at(-1)?.score === score) continue
    if (own === undefined) points.set(centerId, [{ day, score }])
    else own.push({ day, score })
  }
  moved.clear()
}
