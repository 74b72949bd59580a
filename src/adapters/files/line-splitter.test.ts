import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BundleLine } from '../../core/proof/verify-bundle.ts'
import { linesOf } from '../../../test/fixtures/bundle-of.ts'
import { lineSplitter } from './line-splitter.ts'

function split(chunks: readonly Uint8Array[], longest?: number): BundleLine[] {
  const lines: BundleLine[] = []
  const splitter = lineSplitter((line) => lines.push(line), longest)
  for (const chunk of chunks) splitter.add(chunk)
  splitter.end()
  return lines
}

const ended = (text: string | null) => ({ text, isEnded: true })

test.each<[title: string, bytes: number[], lines: BundleLine[]]>([
  ['nothing', [], []],
  ['a line', [0x61, 0x0a], [ended('a')]],
  ['a line without its end', [0x61, 0x0a, 0x62], [ended('a'), { text: 'b', isEnded: false }]],
  ['an empty line', [0x0a, 0x0a], [ended(''), ended('')]],
  ['a carriage return stays', [0x61, 0x0d, 0x0a], [ended('a\r')]],
  ['a byte order mark stays', [0xef, 0xbb, 0xbf, 0x0a], [ended('\uFEFF')]],
  ['bytes that are no text', [0xff, 0x0a, 0x61, 0x0a], [ended(null), ended('a')]],
])('%s', (_title, bytes, lines) => {
  expect(split([Uint8Array.from(bytes)])).toEqual(lines)
  expect(split(bytes.map((byte) => Uint8Array.of(byte)))).toEqual(lines)
})

test('however the bytes arrive, the lines are the same', () => {
  const byte = fc.oneof(fc.constantFrom(0x0a, 0x61, 0xe4, 0xb8, 0xad), fc.integer({ min: 0, max: 255 }))
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 9 })), fc.array(byte), (chunks, more) => {
      const all = [...chunks, Uint8Array.from(more)]
      expect(split(all)).toEqual(linesOf(Buffer.concat(all)))
    }),
  )
})

test('a line without end is not held for ever', () => {
  const chunks = Array.from({ length: 40 }, () => new Uint8Array(100).fill(0x61))
  expect(split([...chunks, Uint8Array.of(0x0a, 0x62, 0x0a)], 1000)).toEqual([ended(null), ended('b')])
})
