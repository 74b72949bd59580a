import { expect, test } from 'vitest'
import { bundleOf } from '../../../test/fixtures/bundle-of.ts'
import { smallParts } from '../../../test/fixtures/small-bundle.ts'
import { nodeDigests } from '../../adapters/digests/node-digests.ts'
import type { DigestAlgorithm } from '../../core/ledger/chain.ts'
import { NO_ANCHOR } from '../../core/proof/verify-bundle.ts'
import { judgeFile, type Published } from './judge-file.ts'
import { verifyFile } from './verify-file.ts'
import { webDigests } from './web-digests.ts'

/** In pieces of a size that cuts lines and characters anywhere. */
async function* pieces(bytes: Uint8Array, size = 1_001): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test.each<DigestAlgorithm>(['sha256', 'sm3'])('%s is the same in a browser as on a server', (algorithm) => {
  for (const text of ['', '明衡', 'a'.repeat(10_000), '😀\u0000']) {
    expect(webDigests(algorithm).of(text)).toBe(nodeDigests(algorithm).of(text))
    const running = webDigests(algorithm).start()
    running.add(text)
    running.add('。')
    expect(running.digest()).toBe(nodeDigests(algorithm).of(`${text}。`))
  }
})

test.each<DigestAlgorithm>(['sha256', 'sm3'])('a genuine bundle by %s holds, read in any pieces', async (algorithm) => {
  const bytes = new TextEncoder().encode(await bundleOf(smallParts(algorithm)))
  let read = 0
  const verified = await verifyFile(pieces(bytes), NO_ANCHOR, (sofar) => (read = sofar))
  expect(verified).toMatchObject({ kind: 'verified', holds: true })
  expect(read).toBe(bytes.length)
})

test('one byte changed anywhere is told', async () => {
  const bytes = new TextEncoder().encode(await bundleOf(smallParts()))
  for (let at = 97; at < bytes.length; at += 997) {
    const changed = bytes.slice()
    changed[at] = (changed[at] ?? 0) ^ 0x01
    const verified = await verifyFile(pieces(changed, 65_536), NO_ANCHOR, () => undefined)
    expect(verified.kind === 'verified' && verified.holds, `byte ${at}`).toBe(false)
  }
})

const verifiedAgainst = async (change: Partial<Published>) => {
  const bytes = new TextEncoder().encode(await bundleOf(smallParts()))
  const plain = await verifyFile(pieces(bytes), NO_ANCHOR, () => undefined)
  if (plain.kind !== 'verified') throw new Error('foreign')
  const published: Published = {
    district: 'district',
    assessmentId: 'a-2021',
    sealedHead: plain.head,
    head: plain.head,
    results: plain.sheets.map(({ centerId, centerName, score }) => ({ centerId, name: centerName, score })),
    ...change,
  }
  const anchor = { ...NO_ANCHOR, head: published.sealedHead.digest }
  return judgeFile(await verifyFile(pieces(bytes), anchor, () => undefined), published)
}
const otherDigest = nodeDigests('sha256').of('another history')

test.each<[string, Partial<Published>, object]>([
  ['agrees with what was published', {}, { kind: 'same' }],
  ['is of another assessment', { assessmentId: 'b-2021' }, { kind: 'elsewhere' }],
  ['is of another district', { district: 'another' }, { kind: 'elsewhere' }],
  [
    'lacks the seal that was published',
    { sealedHead: { seq: 4, digest: otherDigest } },
    { kind: 'differs', differences: [{ kind: 'seal-missing' }] },
  ],
])('a bundle that %s', async (_title, change, expected) => {
  expect(await verifiedAgainst(change)).toMatchObject(expected)
})

test('a bundle whose recomputed score is not the published one', async () => {
  const same = await verifiedAgainst({})
  if (same.kind !== 'same') throw new Error('differs')
  const results = same.verified.sheets.map(({ centerId }) => ({ centerId, name: centerId, score: 1 }))
  expect(await verifiedAgainst({ results })).toMatchObject({
    kind: 'differs',
    differences: [
      { kind: 'score', published: 1 },
      { kind: 'score', published: 1 },
    ],
  })
})

test.each([
  ['empty', ''],
  ['not-bundle', 'PK\u0003\u0004 a workbook'],
])('what is no bundle is told as such: %s', async (reason, text) => {
  const verified = await verifyFile(pieces(new TextEncoder().encode(text)), NO_ANCHOR, () => undefined)
  expect(verified).toEqual({ kind: 'foreign', reason })
})
