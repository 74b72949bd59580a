import { refusedEvidence, type EvidenceDiskFault, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { Stored, StoreFaultCode } from '../../app/ports/store-fault.ts'
import { withDisk } from '../evidence/disk-fault.ts'

/** To be thrown where the store cannot do what it is asked, and answered by `withObjects`. */
export function objectFault(place: string, error: unknown): Error {
  if (error instanceof Error && 'evidenceFault' in error) return error
  const fault: EvidenceDiskFault = { code: codeOf(error), detail: detailOf(error), place }
  return Object.assign(new Error(refusedEvidence(fault).refusal.message, { cause: error }), { evidenceFault: fault })
}

/** What befell the store, as any store says it; null where it was something else. */
export function storeFaultOf(error: unknown): { readonly code: StoreFaultCode; readonly message: string } | null {
  if (!(error instanceof Error && 'evidenceFault' in error)) return null
  const { code } = error.evidenceFault as EvidenceDiskFault
  return { code: code === 'store-failed' ? 'store-unreachable' : code, message: error.message }
}

/** What the database answers, or what befell it, thrown in its own words. */
export function registered<Value>(stored: Stored<Value>): Value {
  if (stored.ok) return stored.value
  const { code, message } = stored.refusal
  const known = code === 'store-full' || code === 'store-read-only' ? code : 'store-failed'
  const evidenceFault: EvidenceDiskFault = { code: known, detail: message }
  throw Object.assign(new Error(message), { evidenceFault })
}

/** As `withDisk`, of the store and of the work folder: what they cannot do is a refusal, anything else is a bug. */
export async function withObjects<Value>(act: () => Promise<EvidenceOutcome<Value>>): Promise<EvidenceOutcome<Value>> {
  try {
    return await withDisk(act)
  } catch (error) {
    if (!(error instanceof Error && 'evidenceFault' in error)) throw error
    const fault = error.evidenceFault as EvidenceDiskFault
    return { ok: false, refusal: { code: fault.code, message: error.message, fault } }
  }
}

export function isMissing(error: unknown): boolean {
  const cause = error instanceof Error && 'evidenceFault' in error ? error.cause : error
  return nameOf(cause) === 'NoSuchKey' || nameOf(cause) === 'NotFound'
}

const FULL = /quota|insufficient.?storage|storage.?full|disk.?full|entitytoolarge/iu
const CLOSED =
  /^(?:AccessDenied|AccountProblem|AllAccessDisabled|Forbidden|InvalidAccessKeyId|InvalidToken|SignatureDoesNotMatch|Unauthorized)$/u

function codeOf(error: unknown): EvidenceDiskFault['code'] {
  const name = nameOf(error)
  const status = statusOf(error)
  if (FULL.test(name) || status === 507 || ['ENOSPC', 'EDQUOT'].includes(errnoOf(error))) return 'store-full'
  return CLOSED.test(name) || status === 401 || status === 403 ? 'store-read-only' : 'store-failed'
}

/** Never the library's sentence: it can hold what was signed. */
function detailOf(error: unknown): string {
  const status = statusOf(error)
  const named = errnoOf(error) || nameOf(error)
  return status === null ? named : `${named}，HTTP ${status}`
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error'
}

function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function statusOf(error: unknown): number | null {
  const told = error instanceof Error && '$metadata' in error ? error.$metadata : null
  const status = typeof told === 'object' && told !== null && 'httpStatusCode' in told ? told.httpStatusCode : null
  return typeof status === 'number' ? status : null
}
