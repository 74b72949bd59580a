import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed` as the last line of a run; a module that cannot be loaded counts as a failure. */
export default function closingLine(): Reporter {
  return { onTestRunEnd }
}

function onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
  let passed = 0
  let failed = 0
  let skipped = 0
  for (const module of modules) {
    if (module.errors().length > 0) failed += 1
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') passed += 1
      else if (state === 'failed') failed += 1
      else skipped += 1
    }
  }
  process.on('exit', () => {
    console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  })
}
