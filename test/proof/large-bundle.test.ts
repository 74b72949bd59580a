import { expect, test } from 'vitest'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { randomFrom } from '../../src/core/kernel/random.ts'
import { bundleVerifier, NO_ANCHOR, type BundleLine } from '../../src/core/proof/verify-bundle.ts'
import { benchLedger } from '../bench/bench-ledger.ts'
import { benchRubric } from '../bench/bench-rubric.ts'
import { countedDeadlines, everyDay } from '../bench/counted-deadlines.ts'
import { happeningsUnder } from '../bench/center-events.ts'
import { bundleOf, linesOf } from '../fixtures/bundle-of.ts'

/**
 * `TORTURE=1`: 10,000 random changes of a bundle of 10,000 events, half an hour or more (`CHANGES`, `EVENTS` and `SEED`
 * make it another run). In short: 50 of a smaller one.
 */
const isLong = process.env['TORTURE'] !== undefined
const changes = Number(process.env['CHANGES'] ?? (isLong ? 10_000 : 50))
const eventCount = Number(process.env['EVENTS'] ?? (isLong ? 10_000 : 3_000))
const random = randomFrom(Number(process.env['SEED'] ?? 1))

test(`${changes} random changes of a bundle of ${eventCount} events are detected`, async () => {
  const { rubric, folder } = await benchRubric()
  const ledger = benchLedger(happeningsUnder(rubric), eventCount, 100)
  const events = ledger.map(countedDeadlines)
  const parts = { rubric, notice: folder.notice.text, events, calendars: [everyDay], algorithm: 'sha256' } as const
  const bytes = Buffer.from(await bundleOf(parts))
  const lines = linesOf(bytes)
  const starts = startsOf(bytes)
  expect(isAccepted(lines)).toBe(true)
  const missed: string[] = []
  for (let change = 0; change < changes; change += 1) {
    const at = random.below(bytes.length)
    const kind = KINDS[random.below(KINDS.length)] ?? 'bit'
    const other = random.below(256)
    if (isAccepted(changed(bytes, lines, starts, at, kind, other))) missed.push(`${kind} ${other} at byte ${at}`)
  }
  expect(missed).toEqual([])
})

const KINDS = ['bit', 'bit', 'bit', 'other', 'left out', 'put in', 'cut off'] as const

/** Only the lines around the place are read again: what a file with that change would give. */
function changed(
  bytes: Buffer,
  lines: readonly BundleLine[],
  starts: readonly number[],
  at: number,
  kind: (typeof KINDS)[number],
  other: number,
): BundleLine[] {
  const was = bytes[at] ?? 0
  const line = starts.findLastIndex((start) => start <= at)
  const from = starts[line] ?? 0
  // The next line too: the change may take away the line end between them.
  const to = starts[line + 2] ?? bytes.length
  const before = bytes.subarray(from, at)
  const after = bytes.subarray(at + 1, to)
  const put = {
    bit: [was ^ (1 << (other % 8))],
    other: [other === was ? (other + 1) % 256 : other],
    'left out': [],
    'put in': [was, other],
    'cut off': [],
  }[kind]
  if (kind === 'cut off') return [...lines.slice(0, line), ...linesOf(before)]
  return [
    ...lines.slice(0, line),
    ...linesOf(Buffer.concat([before, Buffer.from(put), after])),
    ...lines.slice(line + 2),
  ]
}

function startsOf(bytes: Buffer): number[] {
  const starts = [0]
  for (let at = bytes.indexOf(0x0a); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0x0a, at + 1))
    starts.push(at + 1)
  return starts
}

function isAccepted(lines: readonly BundleLine[]): boolean {
  const verifier = bundleVerifier(nodeDigests, NO_ANCHOR)
  for (const line of lines) verifier.take(line)
  const verification = verifier.end()
  return verification.kind === 'verified' && verification.holds
}
