/**
 * The detecting room runs detections over operational records and tells the ledger what they suspect. `detect.ts` asks each
 * detection's questions of whoever holds the records, `learn.ts` makes facts and a report of the answers; neither knows an
 * office. `run-detections.ts` does both for an office, in one act.
 */
import { boundRecordsSql, boundSql } from '../../core/detection/bind-parameters.ts'
import { checkDetection } from '../../core/detection/check-detection.ts'
import type { Detection, Suspicion } from '../../core/detection/detection.ts'
import { parameterValues } from '../../core/detection/parameter-values.ts'
import { parseDetection } from '../../core/detection/parse-detection.ts'
import { readMeasures, readRefs, readRows, type Answered } from '../../core/detection/read-answer.ts'
import type { Ran } from '../../core/detection/reconcile.ts'
import { judgeMeasures, suspicionOfMeasure, suspicionsOfRows, type Looked } from '../../core/detection/suspicions-of.ts'
import { accepted, type Outcome, type Refusal } from '../../core/kernel/outcome.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import { checkParticulars } from '../../core/ledger/check-clause.ts'
import type { SuspicionBasis } from '../../core/ledger/suspicion-fact.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { detectingRefusal } from './detecting-refusals.ts'

export interface Given extends Looked {
  readonly basis: Pick<SuspicionBasis, 'dataDigest' | 'calendarVersion'>
  /** Those that hold any record. */
  readonly heldSets: ReadonlySet<DataSetName>
  readonly digestOf: DigestOf
}

/** A detection's file, its name without `.sql`. */
export interface DetectionText {
  readonly name: string
  readonly text: string
}

/**
 * Runs one SELECT, its parameters in it already, over the data sets that the detection names. `isKept` says that it was answered
 * so before and nothing that it depends on has changed.
 */
export type Ask = (sql: string, detection: Detection) => Promise<Outcome<Answered & { readonly isKept?: boolean }>>

/**
 * `elsewhere` counts what belongs to no center of the assessment; `unmeasured` measures without anything to measure. `isKept`: no
 * record was read for it.
 */
export type DetectionRun =
  | {
      readonly name: string
      readonly ran: Ran
      readonly rows: number
      readonly unmeasured: number
      readonly elsewhere: number
      readonly isKept: boolean
    }
  | { readonly name: string; readonly ran: null; readonly refusal: Refusal }

export interface Watch {
  readonly note: (progress: { readonly name: string; readonly done: number; readonly total: number }) => void
  readonly signal: AbortSignal | null
}

/** Each detection by itself: one that cannot be run, or whose answer makes no sense, is told of and stops no other. */
export async function detect(
  given: Given,
  texts: readonly DetectionText[],
  ask: Ask,
  { note, signal }: Watch,
): Promise<readonly DetectionRun[]> {
  const runs: DetectionRun[] = []
  for (const [done, { name, text }] of texts.entries()) {
    if (signal?.aborted) break
    note({ name, done, total: texts.length })
    let isKept = true
    const found = await detectOne(given, name, text, async (sql, detection) => {
      const answered = await ask(sql, detection)
      if (!answered.ok || answered.value.isKept !== true) isKept = false
      return answered
    })
    runs.push(found.ok ? { name, ...found.value, isKept } : { name, ran: null, refusal: found.refusal })
  }
  return runs
}

async function detectOne(given: Given, name: string, text: string, ask: Ask): Promise<Outcome<Found>> {
  const read = parseDetection(name, text)
  if (!read.ok) return detectingRefusal('detection-unreadable', read.faults[0]?.message ?? '')
  const { detection } = read
  const [fault] = checkDetection(detection, given.rubric)
  if (fault) return detectingRefusal('detection-unfit', fault.message)
  const missing = detection.dataSets.filter((one) => !given.heldSets.has(one))
  if (missing.length > 0)
    return detectingRefusal('records-missing', missing.map((one) => dataSet(one).chinese).join('、'))
  const answered = await ask(boundSql(detection, given.setting), detection)
  if (!answered.ok) return answered
  const found =
    detection.shape.kind === 'rows'
      ? rowsFound(given, detection, answered.value)
      : await measuresFound(given, detection, answered.value, ask)
  if (!found.ok) return found
  for (const { measured, unmet } of found.value.suspicions) {
    const refused = checkParticulars(given.rubric, detection.clauseId, { measured, unmet, level: null })
    if (refused) return { ok: false, refusal: refused }
  }
  const { suspicions, ...counts } = found.value
  return accepted({ ran: { detection, basis: basisOf(given, detection), found: suspicions }, ...counts })
}

type Found = Omit<Extract<DetectionRun, { readonly ran: Ran }>, 'name' | 'isKept'>
type Suspected = Omit<Found, 'ran'> & { readonly suspicions: readonly Suspicion[] }

function rowsFound(given: Given, detection: Detection, answered: Answered): Outcome<Suspected> {
  const read = readRows(answered)
  if (!read.ok) return detectingRefusal('answer-wrong', read.message)
  const found = suspicionsOfRows(detection, read.value, given)
  if (!found.ok) return detectingRefusal('answer-wrong', found.message)
  return accepted({ ...found.value, rows: read.value.length, unmeasured: 0 })
}

async function measuresFound(
  given: Given,
  detection: Detection,
  answered: Answered,
  ask: Ask,
): Promise<Outcome<Suspected>> {
  const read = readMeasures(answered)
  if (!read.ok) return detectingRefusal('answer-wrong', read.message)
  const judged = judgeMeasures(detection, read.value, given)
  if (!judged.ok) return detectingRefusal('answer-wrong', judged.message)
  const { suspects, unmeasured, elsewhere } = judged.value
  const suspicions: Suspicion[] = []
  for (const suspect of suspects) {
    const behind = await recordsBehind(boundRecordsSql(detection, given.setting, suspect.measure), detection, ask)
    if (!behind.ok) return behind
    suspicions.push(suspicionOfMeasure(detection, suspect, behind.value, given))
  }
  return accepted({ suspicions, rows: read.value.length, unmeasured: unmeasured.length, elsewhere })
}

async function recordsBehind(sql: string | null, detection: Detection, ask: Ask): Promise<Outcome<readonly string[]>> {
  if (sql === null) return accepted([])
  const answered = await ask(sql, detection)
  if (!answered.ok) return answered
  const read = readRefs(answered.value)
  return read.ok ? accepted(read.value) : detectingRefusal('answer-wrong', read.message)
}

function basisOf({ basis, digestOf, setting }: Given, { text, parameters }: Detection): SuspicionBasis {
  return { sqlDigest: digestOf(text), parameters: parameterValues(parameters, setting), ...basis }
}
