import { expect, test } from 'vitest'
import { sheetsOf } from '../../src/core/analysis/assessed-year.ts'
import { changedInWords } from '../../src/core/analysis/what-if/changed-in-words.ts'
import { compareScenario, compareScenarios } from '../../src/core/analysis/what-if/compare-scenario.ts'
import { parseScenario, type Scenario } from '../../src/core/analysis/what-if/scenario.ts'
import { chapter, workedYear } from './worked-year.ts'

const text = await chapter('what-if')
const year = await workedYear()
const before = sheetsOf(year)

/** What stands between ``` is a scenario, or two on two lines; what is quoted after it, and a table, is what comes of it. */
const examples = [...text.matchAll(/```\n([\s\S]*?)\n```\n\n((?:> ?.*\n)+)(?:\n((?:\|.*\n)+))?/g)].map(
  ([, said = '', quoted = '', table = '']) => ({
    said,
    lines: said.split('\n'),
    quoted: quoted.split('\n').flatMap((line) => (/^> ?(.+)$/.exec(line) ?? []).slice(1)),
    rows: table
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim().replaceAll('~~', '')),
      ),
  }),
)

test.each(examples)('the chapter tells what the year says of $said', ({ lines, quoted, rows }) => {
  const [first, second] = lines.map(read)
  if (first === undefined) throw new Error('no scenario')
  if (second !== undefined) {
    const compared = compareScenarios(year, before, [first, second])
    if (!compared.ok) throw new Error(compared.refusal.message)
    const { one, other, between } = compared.value
    expect(quoted).toEqual([one.lead, other.lead, between.lead])
    return
  }
  const outcome = compareScenario(year, before, first)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  expect(quoted).toEqual([...outcome.value.sentences, outcome.value.lead])
  if (rows.length > 0)
    expect(rows).toEqual(
      outcome.value.numbers.map((number) => {
        const told = changedInWords(year.rubric, number)
        return [told.center, told.name, told.before, told.after]
      }),
    )
})

test('the chapter has an example with every number in a table, one of several suppositions, and two scenarios beside each other', () => {
  expect(examples.length).toBeGreaterThanOrEqual(4)
  expect(examples.some(({ rows }) => rows.length > 3)).toBe(true)
  expect(examples.some(({ lines }) => lines.length === 2)).toBe(true)
  expect(examples.some(({ said }) => said.includes('；'))).toBe(true)
})

test.each([...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, said = '']) => said))(
  '“%s” is a way to write it',
  (said) => {
    expect(parseScenario(said).ok).toBe(true)
  },
)

function read(said: string): Scenario {
  const parsed = parseScenario(said)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  return parsed.value
}
