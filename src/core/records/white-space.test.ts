import { expect, test } from 'vitest'
import { trimmed } from './white-space.ts'

test.each<[cell: string, plain: string]>([
  ['夏阳', '夏阳'],
  [' 夏阳\t', '夏阳'],
  ['\u3000夏 阳\u3000', '夏 阳'],
  ['\ufeff\u00a01\r\n', '1'],
  [' \u3000\t', ''],
  ['', ''],
])('%j without the white space around it is %j', (cell, plain) => {
  expect(trimmed(cell)).toBe(plain)
  expect(trimmed(plain)).toBe(plain)
})
