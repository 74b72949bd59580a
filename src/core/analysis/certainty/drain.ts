/** Takes all steps at once, for whoever need not do anything else in between. */
export function drain<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
