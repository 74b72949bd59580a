import { appendFileSync, readFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/**
 * Prints `N passed, N failed` as the last line of a run; a module that cannot be loaded counts as a failure. Runs that follow
 * each other add up where `TALLY` names a file for that: the last line is of all of them.
 */
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
  const total = withRunsBefore([passed, failed, skipped])
  process.on('exit', () => {
    const [allPassed = 0, allFailed = 0, allSkipped = 0] = total
    console.log(`\n${allPassed} passed, ${allFailed} failed${allSkipped > 0 ? `, ${allSkipped} skipped` : ''}`)
  })
}

function withRunsBefore(own: readonly number[]): readonly number[] {
  const path = process.env['TALLY']
  if (path === undefined || path === '') return own
  appendFileSync(path, `${own.join(' ')}\n`)
  const runs = readFileSync(path, 'utf8').trim().split('\n')
  return own.map((_count, at) => runs.reduce((sum, run) => sum + Number(run.split(' ')[at]), 0))
}
