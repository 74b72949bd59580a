import type { FileFault } from '../app/records/adopt-detections.ts'
import type { Refusal } from '../core/kernel/outcome.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { type Done, type Reply } from './route.ts'

/** As many faults are told as a problem holds; the sentence says how many there are. */
const MOST_ERRORS = 20

/** A use case's outcome as a reply, each fault of a file where it lies. */
export function faultsReplied<Value, Body>(outcome: Judged<Value>, say: (value: Value) => Done<Body>): Reply<Body> {
  if (outcome.ok) return say(outcome.value)
  const { faults, ...refusal } = outcome.refusal
  const problem: Problem = faults ? { ...refusal, errors: faults.slice(0, MOST_ERRORS).map(errorOf) } : refusal
  return { ok: false, refusal: problem }
}

type Judged<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<ProblemCode> & { readonly faults?: readonly FileFault[] } }

function errorOf({ file, line, message }: FileFault) {
  return { place: line === null ? file : `${file}:${line}`, expected: message, found: '' }
}
