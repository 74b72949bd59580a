import type { Refusal } from '../core/kernel/outcome.ts'
import type { CorrectionRefusal } from '../core/rubric/correction-refusals.ts'
import type { Problem, ProblemCode } from './problem.ts'
import type { Done, Reply } from './route.ts'

/** As many refusals are told as a problem holds. */
const MOST_ERRORS = 20

/** A use case's outcome as a reply, each correction that cannot be made by its clause. */
export function correctionsReplied<Value, Body>(
  outcome: Judged<Value>,
  say: (value: Value) => Done<Body>,
): Reply<Body> {
  if (outcome.ok) return say(outcome.value)
  const { corrections, ...refusal } = outcome.refusal
  const problem: Problem = corrections
    ? { ...refusal, errors: corrections.slice(0, MOST_ERRORS).map(errorOf) }
    : refusal
  return { ok: false, refusal: problem }
}

type Judged<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      readonly refusal: Refusal<ProblemCode> & { readonly corrections?: readonly CorrectionRefusal[] }
    }

function errorOf({ clauseId, code, message }: CorrectionRefusal) {
  return { place: `corrections/${clauseId}`, expected: message, found: code }
}
