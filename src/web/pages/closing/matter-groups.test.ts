import { expect, test } from 'vitest'
import { matterGroups, type Matter } from './matter-groups.ts'

const matter = (code: string, ref: string, isBlocking: boolean): Matter => ({
  code,
  ref,
  isBlocking,
  centerId: null,
  subject: 'finding',
  message: '',
  link: '/',
})

test.each<[string, Matter[], [string, number][]]>([
  ['nothing', [], []],
  [
    'what blocks comes first, the rest keeps its order',
    [matter('told', 'a', false), matter('second', 'b', true), matter('first', 'c', true), matter('second', 'd', true)],
    [
      ['second', 2],
      ['first', 1],
      ['told', 1],
    ],
  ],
])('%s', (_title, matters, expected) => {
  expect(matterGroups(matters).map(({ code, matters: own }) => [code, own.length])).toEqual(expected)
})
