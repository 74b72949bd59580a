import { expect, test } from 'vitest'
import { smallRubric } from '../../test/fixtures/small-rubric.ts'
import { parseRubric } from './parse-rubric.ts'

const written = JSON.stringify(smallRubric)

test('a rubric written as JSON is read back as it was', () => {
  expect(parseRubric('a.json', written)).toEqual({ ok: true, value: smallRubric })
})

test.each<[title: string, from: string, to: string, code: string, place: string]>([
  ['no sections', '"sections":[', '"sektions":[', 'rubric-malformed', 'sections'],
  [
    'an amount without points',
    '{"kind":"fixed","points":100}',
    '{"kind":"fixed"}',
    'rubric-malformed',
    'sections[0].criteria[0].clauses[0].amount.points',
  ],
  [
    'an amount of a kind nobody knows',
    '{"kind":"fixed","points":100}',
    '{"kind":"free"}',
    'rubric-malformed',
    'sections[0].criteria[0].clauses[0].amount.kind',
  ],
  [
    'half a hundredth',
    '"points":100',
    '"points":0.5',
    'rubric-malformed',
    'sections[0].criteria[0].clauses[0].amount.points',
  ],
  [
    'a condition of a kind nobody knows',
    '"kind":"verified"',
    '"kind":"toString"',
    'rubric-malformed',
    'sections[0].criteria[0].clauses[0].conditions[0].kind',
  ],
  ['a reference to nothing', '"base":"4.1.1"', '"base":"9.9.9"', 'rubric-broken', ''],
  ['JSON that breaks off', '"sections":[', '"sections":[[', 'json-damaged', ''],
])('%s is refused', (_title, from, to, code, place) => {
  const parsed = parseRubric('a.json', written.replace(from, to))
  expect(parsed).toMatchObject({ ok: false, fault: { code, ...(place === '' ? {} : { place }) } })
})
