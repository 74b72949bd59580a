import type { Outcome } from '../core/kernel/outcome.ts'
import type { ProblemCode } from './problem.ts'
import { answer, type Done, type Reply } from './route.ts'

/** A use case's outcome as a reply: what it accepted in the words of the contract, what it refused as it is. */
export function replied<Value, Body>(
  outcome: Outcome<Value, ProblemCode>,
  say: (value: Value) => Done<Body>,
): Reply<Body> {
  return outcome.ok ? say(outcome.value) : outcome
}

/** For what has nothing to tell but that it was done. */
export function done(): Done<{ readonly done: true }> {
  return answer({ done: true })
}
