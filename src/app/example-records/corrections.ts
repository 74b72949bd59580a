import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { compareRational, rational } from '../../core/kernel/rational.ts'
import type { PlantedBreach } from './answer-key.ts'
import { correctionDesk, type CorrectionDesk } from './correction-desk.ts'
import { shareOf } from './counter-group.ts'
import { refOf, type ExampleRow } from './example-row.ts'
import { keyOf, type PlanDraft } from './plan-draft.ts'
import type { SiteTarget } from './site-target.ts'
import { isPast, rowOf } from './world.ts'
import { momentOf } from './year-rhythm.ts'

/** A second batch of the same sources: records that were wrong the first time, and what must be found with them. */
export interface ExampleCorrection {
  /** Corrected records whole, as sources send them again; some are new. */
  readonly rows: readonly ExampleRow[]
  /** What must be found after it, and nothing else. */
  readonly key: readonly PlantedBreach[]
}

/**
 * What turns out to have been wrong: an answer entered days later, ratings found malicious, a fault that was the vendor's,
 * people who were there after all, an article that lay in a drawer, a receipt that was given, a name. Some suspicions
 * go, some change, and some come up only now.
 */
export function planCorrection(draft: PlanDraft, targets: readonly SiteTarget[]): ExampleCorrection {
  const desk = correctionDesk(draft)
  correctAnswers(draft, desk)
  for (const target of targets) excludeRating(draft, desk, target)
  correctResponsibility(desk)
  correctStaff(desk)
  correctReceipt(desk)
  findArticles(draft, desk)
  return { rows: desk.rows(), key: desk.key() }
}

/** One late answer had been given in time; one given in time turns out to be late. */
function correctAnswers({ world, rows, breaches }: PlanDraft, desk: CorrectionDesk): void {
  const detection = 'online-response-late'
  if (!world.limits.has(detection)) return
  const late = desk.planted(detection)
  for (const breach of late.filter((_, at) => at % 5 === 0)) {
    const row = desk.recordOf(breach.records[0])
    if (row === null || row.values['responded_at'] === null) continue
    desk.correct(row, { responded_at: row.values['submitted_at'] ?? null })
    desk.withdraw(breach)
  }
  const charged = new Set(breaches.flatMap(({ records }) => records))
  const limit = world.limits.parameter(detection, 'response_working_days')
  const answered = [...rows.values()]
    .flat()
    .find((row) => isOnline(row) && !charged.has(refOf(row)) && isPast(world, dayIn(row, 'submitted_at'), limit + 1))
  const on = answered && world.clock.after(dayIn(answered, 'submitted_at'), limit + 1)
  if (!answered || !on || dayIn(answered, 'submitted_at') > world.period.to) return
  desk.correct(answered, { responded_at: momentOf(on, 10 * 3600) })
  desk.put({
    ...NEW,
    detection,
    centerId: answered.values['center_id'] as PlantedBreach['centerId'],
    subject: keyOf(answered),
    occurredOn: dayIn(answered, 'submitted_at'),
    records: [refOf(answered)],
  })
}

const NEW = { occurrences: 1, eventKey: null, measured: null } as const

function isOnline({ dataSet, values }: ExampleRow): boolean {
  return dataSet === 'service_cases' && values['channel'] === 'online' && values['responded_at'] !== null
}

function dayIn({ values }: ExampleRow, field: string): PlainDate {
  return String(values[field]).slice(0, 10) as PlainDate
}

/**
 * At every center one poor rating is found malicious, so that it is charged no more. It does not count as a rating any
 * more either: a rate that lay exactly on the bound falls below it, one that was below falls further.
 */
function excludeRating({ world }: PlanDraft, desk: CorrectionDesk, { site, rate }: SiteTarget): void {
  const poor = desk.planted('poor-rating-substantiated')
  const ordered = new Set(desk.planted('hotline-complaint-substantiated').map(({ eventKey }) => eventKey))
  const breach = poor.find(({ centerId, eventKey }) => centerId === site.center.id && !ordered.has(eventKey))
  const row = desk.recordOf(breach?.records[0])
  if (!breach || row === null) return
  desk.correct(row, { is_excluded: 'yes' })
  desk.withdraw(breach)
  for (const still of desk.planted('poor-rating-still-dissatisfied'))
    if (still.eventKey === breach.eventKey) desk.withdraw(still)
  const detection = 'rating-rate-low'
  if (!world.limits.has(detection)) return
  const counted = [rate.rated - 1, rate.completed] as const
  if (compareRational(rational(...counted), shareOf(world.limits, detection)) >= 0) return
  desk.put({
    ...NEW,
    detection,
    centerId: site.center.id,
    subject: world.period.from.slice(0, 4),
    occurredOn: world.period.to,
    measured: counted.join('/'),
    records: [`measure:${counted.join('/')}`],
  })
}

/** One that was repaired late was the vendor's to repair; it stays one of the faults of its month. */
function correctResponsibility(desk: CorrectionDesk): void {
  const [breach] = desk.planted('equipment-repair-late')
  const row = desk.recordOf(breach?.records[0])
  if (!breach || row === null) return
  desk.correct(row, { responsibility: 'vendor' })
  desk.withdraw(breach)
}

/** Where several were missing, all but one had only forgotten to sign in; where one was, it was ill with leave. */
function correctStaff(desk: CorrectionDesk): void {
  const missing = desk.planted('staff-not-in-place')
  const several = missing.find(({ occurrences }) => occurrences > 1)
  const one = missing.find(({ occurrences }) => occurrences === 1)
  for (const breach of [several, one]) {
    const row = desk.recordOf(breach?.records[0])
    if (!breach || row === null) continue
    const still = breach === several ? 1 : 0
    desk.correct(row, { staff_present: Number(row.values['staff_due']) - still })
    if (still === 0) desk.withdraw(breach)
    else desk.put({ ...breach, occurrences: still })
  }
}

/** One receipt had been given and not entered; of another case only the item's name was wrong. */
function correctReceipt(desk: CorrectionDesk): void {
  const [given, other] = desk.planted('receipt-missing')
  const row = desk.recordOf(given?.records[0])
  const otherRow = desk.recordOf(other?.records[0])
  if (given && row) {
    desk.correct(row, { receipt_no: `HZ${row.values.record_id}` })
    desk.withdraw(given)
  }
  if (otherRow) desk.correct(otherRow, { item_name: `${String(otherRow.values['item_name'])}（更名）` })
}

/** One more article turns up for each month that had too few, at every other center. */
function findArticles({ world }: PlanDraft, desk: CorrectionDesk): void {
  const detection = 'articles-few'
  for (const [at, breach] of desk.planted(detection).entries()) {
    if (at % 2 === 1) continue
    const count = 1 + Number(breach.measured?.split('/')[0])
    const record_id = `XX-BC-${breach.centerId}-${breach.subject}`
    const submitted_on = breach.occurredOn
    const title = '补报：窗口开放日活动'
    desk.add(rowOf('articles', { record_id, center_id: breach.centerId, title, submitted_on, is_adopted: 'no' }))
    const isEnough = compareRational(rational(count), world.limits.bound(detection)) >= 0
    if (isEnough) desk.withdraw(breach)
    else desk.put({ ...breach, measured: `${count}/1`, records: [`measure:${count}/1`] })
  }
}
