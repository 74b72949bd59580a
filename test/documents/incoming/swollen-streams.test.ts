import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isSwollen } from '../../../src/adapters/documents/incoming/pdf/swollen-streams.ts'
import { onePage, stream } from '../hostile/raw-pdf.ts'

const MEGABYTE = 2 ** 20
const LIMIT = 4 * MEGABYTE
const deflated = (megabytes: number, said = '') =>
  stream(deflateSync(Buffer.alloc(megabytes * MEGABYTE, 0x20)), `/Filter/FlateDecode${said}`)

test.each<[given: string, file: Uint8Array, isIt: boolean]>([
  ['a page that is not packed', onePage(), false],
  ['a page within the limit', onePage(deflated(3)), false],
  ['a page beyond it', onePage(deflated(5)), true],
  ['two parts that only together are beyond it', onePage(deflated(3), { more: [deflated(3)] }), true],
  ['a picture that is never unpacked', onePage(deflated(1), { more: [deflated(9, '/Subtype /Image')] }), false],
  ['a filter by its short name', onePage(stream(deflateSync(Buffer.alloc(LIMIT + 1)), '/Filter[/Fl]')), true],
  ['bytes that say they are packed and are not', onePage(stream(Buffer.alloc(99, 0x31), '/Filter/FlateDecode')), false],
  ['a part of which the end is missing', onePage(deflated(3)).subarray(0, 600), false],
])('%s', async (_given, file, isIt) => {
  expect(await isSwollen(file, LIMIT)).toBe(isIt)
})
