/** Long work of the core, with others served after every few milliseconds of it. */
export async function inSteps<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  let rested = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - rested < SLICE) continue
    await new Promise((resolve) => setImmediate(resolve))
    rested = performance.now()
  }
}

const SLICE = 20
