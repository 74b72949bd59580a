import type { FindingId } from '../../../core/kernel/identifiers.ts'
import type { RecordFile } from '../../offline/inspection-record.ts'
import { useStored } from '../../offline/use-stored.ts'
import { usePhone } from './use-phone.tsx'

/** Of one record, in the order in which they were taken. */
export function useFiles(recordId: FindingId): readonly RecordFile[] {
  const { store } = usePhone()
  return useStored(() => store.files.where({ recordId }).sortBy('addedAt'), [recordId]) ?? []
}
