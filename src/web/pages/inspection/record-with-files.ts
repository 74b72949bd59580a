import type { InspectionRecord, RecordFile } from '../../offline/inspection-record.ts'

export interface RecordWithFiles {
  readonly record: InspectionRecord
  readonly files: readonly RecordFile[]
}
