import { generateYear } from '../../src/app/example-year/generate-year.ts'
import { compileSource } from '../../src/app/compile-file.ts'
import { score } from '../../src/core/scoring/score.ts'
import { KNOWN_BY, PERIOD } from './bench-days.ts'
import { benchRubric } from './bench-rubric.ts'
import { timed } from './measure.ts'
import type { Row, Size, Suite } from './suite.ts'

/** What the demonstration does, but for files: the notice compiled, a year made up for its centers, all of it scored. */
export const exampleSuite: Suite = {
  name: 'example',
  about: 'the example year of the notice of 2021',
  parts: ['year'],
  run: (_, size) => exampleRows(size),
}

async function exampleRows(size: Size): Promise<Row[]> {
  const { folder, rubric } = await benchRubric()
  const { calendar, centers, interpretations } = folder
  if (calendar === null) throw new Error(`${folder.path} has no calendar`)
  const generate = () => generateYear({ rubric, centers, period: PERIOD, calendar, seed: 2021 })
  const events = generate()
  const scoreIt = () => score(rubric, interpretations, events, { occurredBy: PERIOD.to, knownBy: KNOWN_BY })
  const sheets = scoreIt()
  if (sheets.length !== centers.length) throw new Error(`${sheets.length} sheets for ${centers.length} centers`)
  const runs = size === 'quick' ? 1 : 15
  const steps: readonly (readonly [string, () => unknown])[] = [
    ['compile the notice', () => compileSource(folder.notice)],
    [`generate ${events.length} events of ${centers.length} centers`, generate],
    [`score them, ${interpretations.length} of ${rubric.questions.length} questions answered`, scoreIt],
  ]
  const rows: Row[] = []
  for (const [what, run] of steps) rows.push({ what, per: 'year', time: await timed(runs, 3, run) })
  const whole = await timed(runs, 1, () => steps.map(([, run]) => run()))
  return [...rows, { what: 'all three', per: 'year', time: whole }]
}
