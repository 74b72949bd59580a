import type { EvidenceFault } from '../app/ports/evidence-refusals.ts'
import type { UploadStatus } from '../app/ports/evidence-store.ts'
import type { Refusal } from '../core/kernel/outcome.ts'
import type { ProblemCode } from './problem.ts'
import { answer, type Done, type Reply, type Streamed } from './route.ts'

/** Who resumes an upload needs the offset that the refusal knows; who shows a file, its kind. */
export function evidenceReplied<Value, Body>(
  outcome: Uploaded<Value>,
  say: (value: Value) => Done<Body> | Streamed,
): Reply<Body> {
  if (outcome.ok) return say(outcome.value)
  const { code, message, fault } = outcome.refusal
  const offset = fault && 'offset' in fault ? { offset: fault.offset } : {}
  const kind = fault && 'kind' in fault ? { kind: fault.kind } : {}
  return { ok: false, refusal: { code, message, ...offset, ...kind } }
}

type Uploaded<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<ProblemCode> & { readonly fault?: EvidenceFault } }

export function uploadAnswer(uploadId: string, { declared, offset, file }: UploadStatus) {
  return answer({ uploadId, bytes: declared.bytes, offset, file })
}
