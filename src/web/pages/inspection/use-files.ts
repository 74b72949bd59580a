import type { FindingId } from '../../../core/kernel/identifiers.ts'
import type { RecordFile } from '../../offline/inspection-record.ts'
import { useLive } from '../../offline/use-live.ts'
import { usePhone } from './use-phone.tsx'

/** Of one record, in the order in which they were taken. */
export function useFiles(recordId: FindingId): readonly RecordFile[] {
  const { store } = usePhone()
  return useLive(() => store.files.where({ recordId }).sortBy('addedAt'), [recordId]) ?? []
}
