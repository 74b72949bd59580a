import { expect, test } from 'vitest'
import { clauseNames } from './clause-names.ts'
import type { Section } from './sheet-answer.ts'

const section = (label: string, criteria: readonly [label: string, clauseIds: readonly string[]][]) =>
  ({
    label,
    criteria: criteria.map(([own, clauseIds]) => ({ label: own, clauses: clauseIds.map((id) => ({ id })) })),
  }) as unknown as Section

test.each<[title: string, section: Section, names: [string, string][]]>([
  ['one clause', section('III', [['5', ['3.5.1']]]), [['3.5.1', 'III.5']]],
  [
    'several clauses',
    section('III', [['4', ['3.4.1', '3.4.2']]]),
    [
      ['3.4.1', 'III.4.1'],
      ['3.4.2', 'III.4.2'],
    ],
  ],
  ['nothing printed', section('', [['', ['1.1.1']]]), [['1.1.1', '1.1.1']]],
])('a clause of a criterion with %s is called as it is printed', (_title, given, names) => {
  expect([...clauseNames(given)]).toEqual(names)
})
