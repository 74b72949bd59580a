import type { EvidenceFaultCode } from '../../app/ports/evidence-refusals.ts'
import type { StoreFaultCode } from '../../app/ports/store-fault.ts'

/** The server's own trouble: 507 where the disk is full, 503 otherwise, since trying again later may help. */
export const STORE_STATUSES = {
  'store-full': 507,
  'store-read-only': 503,
  'store-corrupted': 503,
  'store-busy': 503,
  'store-unreachable': 503,
  'store-newer': 503,
  'store-moving': 503,
  'store-unfit': 422,
} as const satisfies Readonly<Record<StoreFaultCode, number>>

export const EVIDENCE_STATUSES = {
  'upload-unknown': 404,
  'upload-id-taken': 409,
  'upload-declaration-wrong': 422,
  'upload-busy': 409,
  'upload-finished': 409,
  'upload-offset-wrong': 409,
  'upload-broke-off': 400,
  'upload-incomplete': 409,
  'upload-size-differs': 422,
  'uploads-too-many': 429,
  'evidence-quota-full': 507,
  'evidence-empty': 422,
  'evidence-too-large': 413,
  'upload-digest-differs': 422,
  'file-type-refused': 415,
  'file-type-differs': 422,
  'file-damaged': 422,
  'file-encrypted': 422,
  'file-has-macros': 422,
  'archive-bomb': 422,
  'evidence-missing': 404,
  'evidence-corrupted': 503,
  'evidence-range-wrong': 416,
  'image-expected': 422,
  'image-undecodable': 422,
  'image-too-many-pixels': 422,
  'blurred-area-wrong': 422,
  'blurred-areas-too-many': 422,
  'not-permitted': 403,
  'store-full': 507,
  'store-read-only': 503,
  'store-failed': 503,
} as const satisfies Readonly<Record<EvidenceFaultCode, number>>
