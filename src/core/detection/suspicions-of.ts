import type { CenterId, EventKey } from '../kernel/identifiers.ts'
import { addDays, type PlainDate } from '../kernel/plain-date.ts'
import { rational } from '../kernel/rational.ts'
import type { Clause } from '../rubric/clause.ts'
import { needsMeasure } from '../rubric/clause-needs.ts'
import { findClause } from '../rubric/find-clause.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { describeMeasure, describeRows } from './describe-suspicion.ts'
import type { DetectedMeasure, DetectedRow, Detection, Suspicion } from './detection.ts'
import { judgeMeasure, type Judged } from './judge-measure.ts'
import type { RunSetting } from './parameter-values.ts'
import type { Read } from './read-answer.ts'

/** Which assessment is looked at: suspicions are of its centers and within its period. */
export interface Looked {
  readonly rubric: Rubric
  readonly centers: ReadonlySet<CenterId>
  readonly setting: RunSetting
}

type Placed<Value> = Omit<Value, 'centerId'> & { readonly centerId: CenterId | null }

/** `elsewhere` counts what belongs to no center of the assessment: nobody is suspected for it. */
export interface RowsFound {
  readonly suspicions: readonly Suspicion[]
  readonly elsewhere: number
}

/** One suspicion for each center and subject. Lines of one subject that contradict each other refuse all. */
export function suspicionsOfRows(
  detection: Detection,
  rows: readonly Placed<DetectedRow>[],
  { rubric, centers, setting }: Looked,
): Read<RowsFound> {
  const clause = clauseOf(detection, rubric)
  const subjects = new Map<string, DetectedRow[]>()
  let elsewhere = 0
  for (const row of rows) {
    const { centerId, subject, occurredOn } = row
    if (centerId === null || !centers.has(centerId)) {
      elsewhere += 1
      continue
    }
    if (occurredOn < setting.periodFrom || occurredOn > setting.periodTo)
      return failed(`疑点 ${subject} 的日期 ${occurredOn} 不在考核周期内；请在查询里限定周期`)
    const key = `${centerId} ${subject}`
    const known = subjects.get(key)
    if (known) known.push({ ...row, centerId })
    else subjects.set(key, [{ ...row, centerId }])
  }
  const suspicions: Suspicion[] = []
  for (const lines of subjects.values()) {
    const [first] = lines
    if (!first) continue
    if (!lines.every((line) => isSame(line, first)))
      return failed(`疑点 ${first.subject} 的几行在次数、事件或实测值上不一致；请改正查询`)
    suspicions.push(suspicionOfLines(detection, clause, first, lines, setting))
  }
  return { ok: true, value: { suspicions, elsewhere } }
}

function suspicionOfLines(
  detection: Detection,
  clause: Clause,
  { centerId, subject, occurrences, eventKey, measured }: DetectedRow,
  lines: readonly DetectedRow[],
  { readingOf }: RunSetting,
): Suspicion {
  const days = lines.map(({ occurredOn }) => occurredOn)
  const occurredOn = days.reduce((one, other) => (one < other ? one : other))
  return {
    ...suspicion(detection, { centerId, subject, occurrences, occurredOn, eventKey }),
    measured: measured === null ? null : rational(measured),
    description: describeRows(detection, clause, { occurredOn, occurrences, measured }, readingOf),
    records: sorted(lines.map(({ recordRef }) => recordRef)),
  }
}

function isSame(one: DetectedRow, other: DetectedRow): boolean {
  return one.occurrences === other.occurrences && one.eventKey === other.eventKey && one.measured === other.measured
}

export interface Suspect {
  readonly measure: DetectedMeasure
  readonly judged: Judged
}

export interface MeasuresFound {
  readonly suspects: readonly Suspect[]
  /** A denominator of 0 measures nothing: told, and nobody is suspected for it. */
  readonly unmeasured: readonly Pick<DetectedMeasure, 'centerId' | 'period'>[]
  readonly elsewhere: number
}

/** Every measure judged; the same center measured twice for one span refuses all. */
export function judgeMeasures(
  detection: Detection,
  measures: readonly Placed<DetectedMeasure>[],
  { rubric, centers, setting }: Looked,
): Read<MeasuresFound> {
  const { shape, parameters } = detection
  if (shape.kind !== 'measures') throw new Error(`${detection.name} measures nothing`)
  const given = { rubric, clause: clauseOf(detection, rubric), judge: shape.judge, parameters, ...setting }
  const seen = new Set<string>()
  const suspects: Suspect[] = []
  const unmeasured: MeasuresFound['unmeasured'][number][] = []
  let elsewhere = 0
  for (const { centerId, ...rest } of measures) {
    if (centerId === null || !centers.has(centerId)) {
      elsewhere += 1
      continue
    }
    const measure = { ...rest, centerId }
    const { period } = measure
    if (seen.has(`${centerId} ${period}`)) return failed(`中心 ${centerId} 的 ${period} 给出了两次；请改正查询`)
    seen.add(`${centerId} ${period}`)
    if (lastDayOf(period, setting) < setting.periodFrom || period > setting.periodTo)
      return failed(`中心 ${centerId} 的 ${period} 不在考核周期内；请在查询里限定周期`)
    if (measure.denominator === 0) unmeasured.push({ centerId, period })
    else {
      const judged = judgeMeasure(measure, given)
      if (judged.isSuspect) suspects.push({ measure, judged })
    }
  }
  return { ok: true, value: { suspects, unmeasured, elsewhere } }
}

/** `records` are those behind the measure; none where the detection does not ask for them. */
export function suspicionOfMeasure(
  detection: Detection,
  { measure, judged }: Suspect,
  records: readonly string[],
  { rubric, setting }: Looked,
): Suspicion {
  const { centerId, period, numerator, denominator } = measure
  return {
    ...suspicion(detection, {
      centerId,
      subject: period,
      occurrences: 1,
      occurredOn: lastDayOf(period, setting),
      eventKey: null,
    }),
    measured: needsMeasure(clauseOf(detection, rubric)) ? judged.measured : null,
    description: describeMeasure(detection, measure, judged, setting.readingOf),
    records: sorted([`measure:${numerator}/${denominator}`, ...records]),
  }
}

function suspicion(
  { name, clauseId, unmet }: Detection,
  found: {
    readonly centerId: CenterId
    readonly subject: string
    readonly occurrences: number
    readonly occurredOn: PlainDate
    readonly eventKey: EventKey | null
  },
): Omit<Suspicion, 'measured' | 'description' | 'records'> {
  return { detection: name, clauseId, unmet: unmet === null ? null : [unmet], ...found }
}

function clauseOf({ name, clauseId }: Detection, rubric: Rubric): Clause {
  const clause = findClause(rubric, clauseId)
  if (!clause) throw new Error(`${name} is about no clause of the rubric`)
  return clause
}

/** A measure of a month or a year is of its last day, within the assessment's period. */
function lastDayOf(period: string, { periodTo }: RunSetting): PlainDate {
  const [year = '', month] = period.split('-')
  const next = month === undefined || month === '12' ? `${Number(year) + 1}-01` : `${year}-${following(month)}`
  const last = addDays(`${next}-01` as PlainDate, -1)
  return last < periodTo ? last : periodTo
}

function following(month: string): string {
  return String(Number(month) + 1).padStart(2, '0')
}

function sorted(records: readonly string[]): readonly string[] {
  return [...new Set(records)].toSorted()
}

function failed(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message }
}
