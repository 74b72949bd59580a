import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import { findDataSet } from '../../core/records/data-sets.ts'
import type { Detection } from '../../core/detection/detection.ts'
import { refusedAnswer } from '../folder-records/refused-answer.ts'
import type { RaisedSuspicion } from '../example-year/year-setting.ts'
import type { RecordRow, RecordStore } from '../ports/record-store.ts'
import { answered, type Answer } from '../problem.ts'
import type { RecordsTrial } from './records-trial.ts'

/** A suspicion down to the very rows that it rests on, as they are held. */
export interface OpenedSuspicion {
  readonly suspicion: RaisedSuspicion
  readonly detection: Detection
  readonly records: readonly { readonly ref: string; readonly set: DataSet; readonly row: RecordRow }[]
}

/** One whose records come from several systems where there is such a one, because that is the hardest to see by hand. */
export async function openSuspicion(
  records: Pick<RecordStore, 'record'>,
  { found, runs }: RecordsTrial,
  tenantId: TenantId,
): Promise<Answer<OpenedSuspicion | null>> {
  const suspicion = found.suspicions.toSorted((one, other) => systemsOf(other) - systemsOf(one))[0]
  const detection = runs.find(({ name }) => name === suspicion?.detection)?.ran?.detection
  if (!suspicion || !detection) return answered(null)
  const opened = []
  for (const ref of suspicion.records) {
    const set = findDataSet(ref.split('/')[0] ?? '')
    if (set === null) continue
    const row = await records.record(tenantId, ref)
    if (!row.ok) return refusedAnswer(row.refusal)
    if (row.value !== null) opened.push({ ref, set, row: row.value })
  }
  return answered({ suspicion, detection, records: opened })
}

function systemsOf({ records }: RaisedSuspicion): number {
  return new Set(records.map((ref) => ref.split('/').slice(0, 2).join('/'))).size
}
