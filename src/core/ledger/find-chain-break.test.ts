import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { linkDigest, type ChainEntry, type ChainHead, type Digest, type DigestOf } from './chain.ts'
import { findChainBreak } from './find-chain-break.ts'

const digestOf: DigestOf = (text) => createHash('sha256').update(text).digest('hex') as Digest
const genesis: ChainHead = { seq: 0, digest: digestOf('genesis') }

function chainOf(...bodies: readonly string[]): ChainEntry[] {
  let previous = genesis.digest
  return bodies.map((body, at) => {
    const bodyDigest = digestOf(body)
    const entry = { seq: at + 1, body, bodyDigest, previous, digest: linkDigest(previous, bodyDigest, digestOf) }
    previous = entry.digest
    return entry
  })
}

const whole = chainOf('一', '二', '三') as [ChainEntry, ChainEntry, ChainEntry]
const [first, second, third] = whole
const changed = (at: number, change: Partial<ChainEntry>): ChainEntry[] =>
  whole.map((entry, place) => (place === at ? { ...entry, ...change } : entry))

test.each<[string, ChainEntry[], ReturnType<typeof findChainBreak>]>([
  ['a whole chain', whole, null],
  ['nothing', [], null],
  ['a body withheld', changed(1, { body: null }), null],
  ['a changed body', changed(1, { body: '二二' }), { seq: 2, kind: 'body' }],
  [
    'a changed body with its digest made anew',
    changed(1, { body: '二二', bodyDigest: digestOf('二二') }),
    { seq: 2, kind: 'digest' },
  ],
  ['an entry made anew', whole.toSpliced(1, 1, ...chainOf('一', '二二').slice(1)), { seq: 3, kind: 'previous' }],
  ['a changed digest', changed(2, { digest: digestOf('x') }), { seq: 3, kind: 'digest' }],
  ['the first entry missing', whole.slice(1), { seq: 1, kind: 'seq' }],
  ['an entry missing', whole.toSpliced(1, 1), { seq: 2, kind: 'seq' }],
  ['an entry twice', [first, first, second, third], { seq: 2, kind: 'seq' }],
  ['two entries exchanged', [second, first, third], { seq: 1, kind: 'seq' }],
  ['a chain of another assessment', changed(0, { previous: digestOf('other') }), { seq: 1, kind: 'previous' }],
])('%s', (_title, entries, found) => {
  expect(findChainBreak(genesis, entries, digestOf)).toEqual(found)
})

test('a chain is checked in pages', () => {
  const after = { seq: 1, digest: first.digest }
  expect(findChainBreak(after, whole.slice(1), digestOf)).toBeNull()
})
