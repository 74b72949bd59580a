import type { RecordRefusalCode } from '../../app/ports/record-refusals.ts'
import type { StoreFaultCode } from '../../app/ports/store-fault.ts'
import type { DESK_REFUSALS } from '../../app/records/desk-refusals.ts'

/** What was brought cannot be taken as it is, or memory did not suffice. */
export const RECORD_STATUSES = {
  'file-missing': 404,
  'file-empty': 422,
  'file-no-rows': 422,
  'file-no-header': 422,
  'file-unreadable': 503,
  'file-changed': 409,
  'file-unknown-kind': 415,
  'file-encrypted': 422,
  'file-mixed-encodings': 422,
  'file-not-text': 422,
  'file-damaged': 422,
  'file-too-large': 413,
  'sheet-merged-cells': 422,
  'sheet-ambiguous': 422,
  'header-repeated': 422,
  'header-blank': 422,
  'columns-nested': 422,
  'column-missing': 422,
  'column-unknown': 422,
  'profile-wrong': 422,
  'import-stopped': 503,
  'original-gone': 409,
  'query-refused': 422,
  'query-failed': 422,
  'query-too-many': 422,
  'query-out-of-memory': 503,
  'query-stopped': 503,
  'query-too-long': 503,
} as const satisfies Readonly<Record<Exclude<RecordRefusalCode, StoreFaultCode>, number>>

/** 404: what is named is not there, or no longer. 409: it is, but not in that state. */
export const DESK_STATUSES = {
  'not-permitted': 403,
  'data-set-unknown': 404,
  'record-unknown': 404,
  'finding-without-records': 409,
  'records-changed': 409,
  'profile-unknown': 404,
  'profile-id-differs': 422,
  'centers-none-enrolled': 409,
  'calendars-apart': 409,
  'file-in-use': 409,
  'preview-busy': 429,
  'import-unknown': 404,
  'import-ended': 409,
  'errors-gone': 404,
  'run-unknown': 404,
  'run-ended': 409,
  'desk-closing': 503,
  'jobs-too-many': 429,
} as const satisfies Readonly<Record<keyof typeof DESK_REFUSALS | 'calendars-apart', number>>
