import type { AssessmentId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import { findDataSet } from '../../core/records/data-sets.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { lookIn } from '../office/look-in.ts'
import type { RecordRow } from '../ports/record-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

/** `record` is null for what is no record: a measure, or one that ought to be and is not. */
export interface ShownRecord {
  readonly ref: string
  readonly record: RecordRow | null
  /** Whether it is still the version that holds. */
  readonly isCurrent: boolean
}

export interface FindingRecords {
  readonly total: number
  readonly records: readonly ShownRecord[]
}

/**
 * The records that a suspicion rests on, in the version that it was raised by, as they are kept. A center sees those of its
 * own findings and no other record; whoever may open records sees those of any.
 */
export async function readFindingRecords(
  desk: Pick<RecordsDesk, 'records' | 'office'>,
  actor: Actor,
  about: { readonly assessmentId: AssessmentId; readonly findingId: FindingId },
  page: { readonly from: number; readonly limit: number },
): Promise<AtDesk<FindingRecords>> {
  const { assessmentId, findingId } = about
  const looked = await lookIn(desk.office, actor, 'finding.records', assessmentId)
  if (!looked.ok) return looked
  const finding = looked.value.state.findings.get(findingId)
  if (finding === undefined) return { ok: false, refusal: refusal('finding-unknown', findingId) }
  if (!may(actor, 'finding.records', finding.centerId)) return refuseAtDesk('not-permitted')
  if (finding.source !== 'records') return refuseAtDesk('finding-without-records', findingId)
  const records: ShownRecord[] = []
  for (const ref of finding.records.slice(page.from, page.from + page.limit)) {
    const shown = await showRecord(desk, actor, ref)
    if (!shown.ok) return shown
    records.push(shown.value)
  }
  return accepted({ total: finding.records.length, records })
}

async function showRecord(
  { records }: Pick<RecordsDesk, 'records'>,
  { tenantId }: Actor,
  ref: string,
): Promise<AtDesk<ShownRecord>> {
  const named = /^([a-z_]+)\/(.+)@\d+$/.exec(ref)
  const set = findDataSet(named?.[1] ?? '')
  if (set === null) return accepted({ ref, record: null, isCurrent: true })
  const versions = await records.versions(tenantId, set.name, named?.[2] ?? '')
  if (!versions.ok) return versions
  const record = versions.value.find((row) => row['record_ref'] === ref) ?? null
  return accepted({ ref, record, isCurrent: versions.value.at(-1)?.['record_ref'] === ref })
}
