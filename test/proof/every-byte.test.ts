import { beforeAll, describe, expect, test } from 'vitest'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { verifyBundle } from '../../src/core/proof/verify-bundle.ts'
import type { CenterId } from '../../src/core/kernel/identifiers.ts'
import { bundleOf, linesOf, type BundleParts } from '../fixtures/bundle-of.ts'
import { smallParts, tinyParts } from '../fixtures/small-bundle.ts'
import { center } from '../fixtures/small-ledger.ts'

/** `TORTURE=1`: all eight bits of every byte of every bundle. In short: one bit of each byte, and larger bundles in steps. */
const isLong = process.env['TORTURE'] !== undefined

interface Given {
  readonly parts: BundleParts
  readonly centerId: CenterId | null
  /** In the short form every so many bytes are tried. */
  readonly step: number
}

describe.each<[title: string, given: Given]>([
  ['a tiny assessment', { parts: tinyParts(), centerId: null, step: 1 }],
  ['a tiny assessment by SM3', { parts: tinyParts('sm3'), centerId: null, step: 29 }],
  ['a sealed and published assessment', { parts: smallParts(), centerId: null, step: 211 }],
  ["a center's own part of it", { parts: smallParts(), centerId: center, step: 211 }],
])('of %s', (_title, { parts, centerId, step }) => {
  let bytes: Buffer = Buffer.alloc(0)
  beforeAll(async () => {
    bytes = Buffer.from(await bundleOf(parts, { centerId }))
  })

  test('the bundle holds', () => {
    expect(verifyBundle(linesOf(bytes), nodeDigests)).toMatchObject({ kind: 'verified', holds: true })
  })

  test('every change of one byte is detected', () => {
    const missed: string[] = []
    for (let at = 0; at < bytes.length; at += isLong ? 1 : step) {
      for (const bit of isLong ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8]) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        if (isAccepted(changed)) missed.push(`bit ${bit} of byte ${at}`)
      }
    }
    expect(missed).toEqual([])
  })

  test('every byte left out, doubled or put in is detected', () => {
    const missed: string[] = []
    for (let at = 0; at < bytes.length; at += isLong ? 1 : 3 * step) {
      const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + 1)]
      if (isAccepted(Buffer.concat([before, after]))) missed.push(`without byte ${at}`)
      for (const put of [bytes[at] ?? 0, 0x20, 0x0a])
        if (isAccepted(Buffer.concat([before, Buffer.from([put]), bytes.subarray(at)])))
          missed.push(`${put} before byte ${at}`)
    }
    for (const put of [0x0a, 0x20, 0x00, 0x7d])
      if (isAccepted(Buffer.concat([bytes, Buffer.from([put])]))) missed.push(`${put} at the end`)
    if (isAccepted(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]))) missed.push('a byte order mark')
    expect(missed).toEqual([])
  })

  test('a file that breaks off anywhere is detected', () => {
    const missed: number[] = []
    for (let length = 0; length < bytes.length; length += isLong ? 1 : 3 * step)
      if (isAccepted(bytes.subarray(0, length))) missed.push(length)
    for (let length = bytes.length - 120; length < bytes.length; length += 1)
      if (isAccepted(bytes.subarray(0, length))) missed.push(length)
    expect(missed).toEqual([])
  })

  test('every line left out, doubled or changed for the next is detected', () => {
    const lines = bytes.toString('utf8').trimEnd().split('\n')
    const missed: string[] = []
    const isMissed = (changed: readonly string[]) => isAccepted(Buffer.from(`${changed.join('\n')}\n`))
    for (const [at, line] of lines.entries()) {
      if (isMissed(lines.toSpliced(at, 1))) missed.push(`without line ${at + 1}`)
      if (isMissed(lines.toSpliced(at, 0, line))) missed.push(`line ${at + 1} twice`)
      const next = lines[at + 1]
      if (next !== undefined && isMissed(lines.toSpliced(at, 2, next, line))) missed.push(`line ${at + 1} moved down`)
    }
    expect(missed).toEqual([])
  })
})

function isAccepted(bytes: Buffer): boolean {
  const verification = verifyBundle(linesOf(bytes), nodeDigests)
  return verification.kind === 'verified' && verification.holds
}
