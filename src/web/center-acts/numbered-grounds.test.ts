import { expect, test } from 'vitest'
import { numberedGrounds } from './numbered-grounds.ts'

test.each<[given: string, objections: readonly string[], grounds: string]>([
  ['one objection stands without a number', [' was on leave '], 'was on leave'],
  [
    'several are numbered lines',
    ['was on leave', 'the photo is of another counter'],
    '1. was on leave\n2. the photo is of another counter',
  ],
  ['what is empty is left out', ['', 'was on leave', '  '], 'was on leave'],
  ['an objection of several lines is one line', ['first\n  second', 'third'], '1. first second\n2. third'],
  ['nothing is nothing', [''], ''],
])('%s', (_given, objections, grounds) => {
  expect(numberedGrounds(objections)).toBe(grounds)
})
