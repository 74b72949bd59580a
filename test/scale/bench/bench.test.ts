import { expect, test } from 'vitest'
import { SCALE_SUITES } from './suites.ts'

test.each(
  SCALE_SUITES.flatMap((suite) =>
    (suite.quickParts ?? suite.parts).map((part) => [`${suite.name}, ${part}`, suite, part] as const),
  ),
)('%s: runs', async (_name, suite, part) => {
  const rows = await suite.run(part, 'quick')
  expect(rows.length).toBeGreaterThan(0)
  for (const { time, figures = {} } of rows) {
    expect(time.median).toBeGreaterThan(0)
    expect(Object.values(figures).filter((figure) => !Number.isFinite(figure))).toEqual([])
  }
})
