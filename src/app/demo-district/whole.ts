import type { Outcome } from '../../core/kernel/outcome.ts'
import { parseUploadId, type UploadId } from '../ports/evidence-store.ts'
import type { Secrets } from '../ports/secrets.ts'

/** The value; a refusal throws: a demonstration that proposes what may not be is a bug. */
export function whole<Value>(outcome: Outcome<Value>, about: string): Value {
  if (!outcome.ok) throw new Error(`${about}: ${outcome.refusal.code} ${outcome.refusal.message}`)
  return outcome.value
}

/** As a client would make one. */
export function newUploadId({ secrets }: { readonly secrets: Pick<Secrets, 'id'> }): UploadId {
  const made = parseUploadId(secrets.id())
  if (made === null) throw new Error('an id of secrets is no id of an upload')
  return made
}
