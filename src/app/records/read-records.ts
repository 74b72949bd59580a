import { accepted } from '../../core/kernel/outcome.ts'
import { findDataSet } from '../../core/records/data-sets.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { Holdings, RecordRow } from '../ports/record-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

type Reading = Pick<RecordsDesk, 'records'>

/** What is held: counts, months and sources of each data set. */
export async function readHoldings({ records }: Reading, actor: Actor): Promise<AtDesk<Holdings>> {
  if (!may(actor, 'records.read', null)) return refuseAtDesk('not-permitted')
  return records.holdings(actor.tenantId)
}

/** Every version of a record, the first one first, as it is kept. */
export async function readVersions(
  { records }: Reading,
  actor: Actor,
  dataSet: string,
  recordKey: string,
): Promise<AtDesk<readonly RecordRow[]>> {
  if (!may(actor, 'record.open', null)) return refuseAtDesk('not-permitted')
  const set = findDataSet(dataSet)
  if (set === null) return refuseAtDesk('data-set-unknown', dataSet)
  const versions = await records.versions(actor.tenantId, set.name, recordKey)
  return versions.ok && versions.value.length === 0 ? refuseAtDesk('record-unknown') : versions
}

/** One version of one record, as it is kept: what was masked or dropped at import is masked or missing for everybody. */
export async function openRecord({ records }: Reading, actor: Actor, recordRef: string): Promise<AtDesk<RecordRow>> {
  if (!may(actor, 'record.open', null)) return refuseAtDesk('not-permitted')
  const row = await records.record(actor.tenantId, recordRef)
  if (!row.ok) return row
  return row.value === null ? refuseAtDesk('record-unknown') : accepted(row.value)
}
