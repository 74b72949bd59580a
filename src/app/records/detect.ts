import { boundRecordsSql, boundSql } from '../../core/detection/bind-parameters.ts'
import type { Detection, Suspicion } from '../../core/detection/detection.ts'
import { parameterValues } from '../../core/detection/parameter-values.ts'
import { readMeasures, readRefs, readRows, type Read } from '../../core/detection/read-answer.ts'
import type { Ran } from '../../core/detection/reconcile.ts'
import { judgeMeasures, suspicionOfMeasure, suspicionsOfRows, type Looked } from '../../core/detection/suspicions-of.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import type { RecordRefusalCode } from '../ports/record-refusals.ts'
import type { Kept, QueryAnswer, RecordStore } from '../ports/record-store.ts'

/** What one run is made of, the same for all of its detections. */
export interface Detecting {
  readonly records: Pick<RecordStore, 'query'>
  readonly tenantId: TenantId
  readonly looked: Looked
  readonly line: WorkdayLine
  /** Of the records that are looked at. */
  readonly dataDigest: string
  readonly digestOf: DigestOf
  readonly signal: AbortSignal | null
}

export interface Detected extends Ran {
  /** What people should know beside the suspicions; null for nothing. */
  readonly note: string | null
}

export type DetectOutcome = Outcome<Detected, RecordRefusalCode | 'answer-wrong'>

/** More are no suspicions that people could look into, but a query that is wrong. */
const MOST_ROWS = 200_000

/** Runs one detection: what it found and what that rests on, or why it could not be run. */
export async function detect(run: Detecting, detection: Detection): Promise<DetectOutcome> {
  const { looked, line, dataDigest, digestOf } = run
  const answered = await query(run, detection, boundSql(detection, looked.setting))
  if (!answered.ok) return answered
  const found =
    detection.shape.kind === 'rows'
      ? foundInRows(detection, answered.value, looked)
      : await foundInMeasures(run, detection, answered.value)
  if (!found.ok) return found
  const basis = {
    sqlDigest: digestOf(detection.text),
    parameters: parameterValues(detection.parameters, looked.setting),
    dataDigest,
    calendarVersion: line.version,
  }
  return accepted({ detection, basis, found: found.value.suspicions, note: found.value.note })
}

interface Found {
  readonly suspicions: readonly Suspicion[]
  readonly note: string | null
}

type FoundOutcome = Outcome<Found, RecordRefusalCode | 'answer-wrong'>

function foundInRows(detection: Detection, answered: QueryAnswer, looked: Looked): FoundOutcome {
  const rows = taken(readRows(answered))
  if (!rows.ok) return rows
  const found = taken(suspicionsOfRows(detection, rows.value, looked))
  if (!found.ok) return found
  const { suspicions, elsewhere } = found.value
  return accepted({ suspicions, note: noteOf(elsewhere, 0) })
}

async function foundInMeasures(run: Detecting, detection: Detection, answered: QueryAnswer): Promise<FoundOutcome> {
  const measures = taken(readMeasures(answered))
  if (!measures.ok) return measures
  const judged = taken(judgeMeasures(detection, measures.value, run.looked))
  if (!judged.ok) return judged
  const { suspects, unmeasured, elsewhere } = judged.value
  const suspicions: Suspicion[] = []
  for (const suspect of suspects) {
    const behind = await recordsBehind(run, detection, suspect.measure)
    if (!behind.ok) return behind
    suspicions.push(suspicionOfMeasure(detection, suspect, behind.value, run.looked))
  }
  return accepted({ suspicions, note: noteOf(elsewhere, unmeasured.length) })
}

async function recordsBehind(
  run: Detecting,
  detection: Detection,
  measure: Parameters<typeof boundRecordsSql>[2],
): Promise<Outcome<readonly string[], RecordRefusalCode | 'answer-wrong'>> {
  const sql = boundRecordsSql(detection, run.looked.setting, measure)
  if (sql === null) return accepted([])
  const answered = await query(run, detection, sql)
  return answered.ok ? taken(readRefs(answered.value)) : answered
}

async function query(
  { records, tenantId, looked, line, signal }: Detecting,
  { dataSets }: Detection,
  sql: string,
): Promise<Kept<QueryAnswer>> {
  const { periodFrom: from, periodTo: to } = looked.setting
  return records.query(tenantId, {
    sql,
    dataSets,
    centers: [...looked.centers],
    line,
    from,
    to,
    maxRows: MOST_ROWS,
    signal,
  })
}

function taken<Value>(read: Read<Value>): Outcome<Value, 'answer-wrong'> {
  return read.ok ? accepted(read.value) : refused('answer-wrong', read.message)
}

function noteOf(elsewhere: number, unmeasured: number): string | null {
  const parts = [
    ...(elsewhere === 0 ? [] : [`有 ${elsewhere} 行不属于本考核的任何中心，没有登记`]),
    ...(unmeasured === 0 ? [] : [`有 ${unmeasured} 个比率的分母是 0，无从判断`]),
  ]
  return parts.length === 0 ? null : parts.join('；')
}
