import { parseDecimal } from '../../core/kernel/rational.ts'
import { newId, type Asked } from '../client/call.ts'
import type { Problem } from '../client/problem.ts'
import { describeRecord } from './describe-record.ts'
import type { InspectionRecord, RecordFile, Trouble } from './inspection-record.ts'
import type { PhoneStore } from './phone-store.ts'
import { shanghaiTime } from './shanghai-time.ts'
import { uploadFile, type Ask } from './upload-file.ts'
import { verdictOn, type Verdict } from './verdict-on.ts'

/** The way to the server and the phone's clock (milliseconds of the epoch). */
export interface Line {
  readonly ask: Ask
  readonly now: () => number
}

/** Files first, then the finding that refers to them. Every step may be done twice; what came of it is kept at once. */
export async function sendRecord(
  store: PhoneStore,
  record: InspectionRecord,
  line: Line,
): Promise<'sent' | Exclude<Verdict, 'hold'> | 'held'> {
  for (const file of await store.files.where('recordId').equals(record.id).toArray()) {
    if (file.isConfirmed || file.content === null) continue
    const note = async (offset: number) => void (await store.files.update(file.id, { offset }))
    const problem = await uploadFile(file, file.content, line.ask, note)
    if (problem !== null && ANEW.has(problem.code) && record.attempts < PATIENCE) {
      await uploadAnew(store, [file])
      return settle(store, record, { ...problem, status: MAY_BE_MENDED }, line)
    }
    if (problem !== null) return settle(store, record, problem, line)
    await store.files.update(file.id, { offset: file.bytes, isConfirmed: true })
  }
  const problem = await report(store, record, line)
  return problem === null ? markSent(store, record, line) : settle(store, record, problem, line)
}

/** What one upload came to for good; another one of the same file may fare better. */
const ANEW: ReadonlySet<string> = new Set(['upload-digest-differs', 'upload-id-taken', 'upload-size-differs'])
const PATIENCE = 3
const MAY_BE_MENDED = 503

async function report(store: PhoneStore, record: InspectionRecord, line: Line): Promise<Problem | null> {
  const files = await store.files.where('recordId').equals(record.id).sortBy('addedAt')
  const told = await line.ask('reportFinding', allegationOf(record, files))
  if (told.ok) return null
  switch (told.problem.code) {
    case 'acted-in-future':
      if (record.isClockWrong) return told.problem
      await store.records.update(record.id, { isClockWrong: true })
      return report(store, { ...record, isClockWrong: true }, line)
    case 'finding-exists':
      return (await isOurs(record, line)) ? null : told.problem
    case 'evidence-unknown':
      await uploadAnew(store, files)
      return record.attempts < PATIENCE ? { ...told.problem, status: MAY_BE_MENDED } : told.problem
    default:
      return told.problem
  }
}

/** The finding with its evidence, as the contract takes it. */
function allegationOf(record: InspectionRecord, files: readonly RecordFile[]): Asked<'reportFinding'> {
  const { clause, assessmentId, readyAt, isClockWrong } = record
  if (clause === null) throw new Error('a record without a clause is not ready')
  return {
    params: { assessmentId },
    key: record.key,
    body: {
      findingId: record.id,
      centerId: record.centerId,
      clauseId: clause.clauseId,
      occurrences: record.occurrences,
      occurredOn: record.occurredOn,
      eventKey: null,
      measured: record.measured === '' ? null : parseDecimal(record.measured),
      level: record.level,
      unmet: record.unmet.length === 0 ? null : [...record.unmet],
      description: describeRecord(record),
      source: 'inspection',
      evidence: files.map(({ digest, claims }) => ({ digest, caption: '', claims })),
      ...(readyAt === null || isClockWrong ? {} : { actedAt: readyAt }),
    },
  }
}

/** It was recorded although no answer came, under a key that the server does not remember: read and compared. */
async function isOurs(record: InspectionRecord, { ask }: Line): Promise<boolean> {
  const { assessmentId, id: findingId } = record
  const read = await ask('readFinding', { params: { assessmentId, findingId } })
  if (!read.ok) return false
  const { centerId, clauseId, description } = read.value.finding
  return centerId === record.centerId && clauseId === record.clause?.clauseId && description === describeRecord(record)
}

/** They go again, under new uploads. */
export async function uploadAnew(store: PhoneStore, files: readonly RecordFile[]): Promise<void> {
  await store.transaction('rw', store.files, async () => {
    for (const file of files) {
      if (file.content === null) continue
      await store.files.delete(file.id)
      await store.files.add({ ...file, id: newId(), offset: 0, isConfirmed: false })
    }
  })
}

async function markSent(store: PhoneStore, { id }: InspectionRecord, { now }: Line): Promise<'sent'> {
  await store.records.update(id, { pile: 'sent', sentAt: shanghaiTime(now()), trouble: null, held: null })
  return 'sent'
}

async function settle(
  store: PhoneStore,
  { id }: InspectionRecord,
  problem: Problem,
  { now }: Line,
): Promise<Exclude<Verdict, 'hold'> | 'held'> {
  const verdict = verdictOn(problem)
  const trouble: Trouble = { code: problem.code, said: problem.detail, at: shanghaiTime(now()) }
  if (verdict !== 'hold') {
    await store.records.update(id, { trouble })
    return verdict
  }
  await store.records.update(id, { held: withFields(trouble, problem), trouble: null })
  return 'held'
}

/** A field at fault is named: that is what the person has to mend. */
function withFields(trouble: Trouble, { errors }: Problem): Trouble {
  if (errors === undefined || errors.length === 0) return trouble
  const fields = errors.map(({ place, expected, found }) => `${place}: ${expected} (${found})`)
  return { ...trouble, said: [trouble.said, ...fields].join('\n') }
}
