import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { proofFiles } from '../../src/adapters/files/proof-files.ts'
import { writeBundle } from '../../src/app/proof/write-bundle.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { bundleVerifier, NO_ANCHOR } from '../../src/core/proof/verify-bundle.ts'
import type { Verification } from '../../src/core/proof/verification.ts'
import { sourceOf } from '../fixtures/bundle-of.ts'
import { benchLedger } from './bench-ledger.ts'
import { benchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'
import { countedDeadlines, everyDay } from './counted-deadlines.ts'
import { alternate, timed } from './measure.ts'
import type { Row, Size, Suite } from './suite.ts'

/** A bundle of a million events as a file: verified whole, beside what only digests the same bytes. */
export const verifySuite: Suite = {
  name: 'verify',
  about: 'a bundle of 1,000,000 events as a file: form, chain, events, deadlines, sheets, codes, counts',
  parts: ['write', 'verify'],
  run: (part, size) => (part === 'write' ? writeRows(size) : verifyRows(size)),
}

const PATH = join(tmpdir(), 'mingheng-bench.bundle.jsonl')

/** In a process of its own, so that the peak of verifying is its own. */
async function writeRows(size: Size): Promise<Row[]> {
  const { rubric, folder } = await benchRubric()
  const count = size === 'quick' ? 3000 : 1_000_000
  const events = benchLedger(happeningsUnder(rubric), count, size === 'quick' ? 60 : 300).map(countedDeadlines)
  const parts = { rubric, notice: folder.notice.text, events, calendars: [everyDay], algorithm: 'sha256' } as const
  const source = sourceOf(parts)
  const time = await timed(1, 0, async () => {
    await rm(PATH, { force: true })
    const file = await proofFiles.writeNew(PATH)
    if (!file.ok) throw new Error(file.fault.code)
    const wish = { centerId: null, madeAt: timestamp('2022-04-01T09:00:00+08:00'), program: 'bench' }
    const written = await writeBundle(source, wish, nodeDigests('sha256'), async (text) => {
      const done = await file.value.write(text)
      if (!done.ok) throw new Error(done.fault.code)
    })
    if (!written.ok) throw new Error(written.refusal.message)
    await file.value.finish()
  })
  return [{ what: 'write it from a ledger in memory', time, per: 'bundle', count: events.length, unit: 'events' }]
}

async function verifyRows(size: Size): Promise<Row[]> {
  const { size: bytes } = await stat(PATH)
  let entries = 0
  const verify = async () => {
    const verification = await verifyFile()
    if (verification.kind !== 'verified' || !verification.holds) throw new Error('the bundle does not hold')
    entries = verification.head.seq
  }
  const rounds = { rounds: size === 'quick' ? 1 : 3, warmUps: 0 }
  const { timings, ratios } = await alternate(rounds, () => null, [() => digestFile(), verify])
  const [digested, verified] = timings
  await rm(PATH, { force: true })
  if (!digested || !verified) throw new Error('nothing was measured')
  const megabytes = Math.round(bytes / 1e6)
  return [
    { what: `SHA-256 of the same ${megabytes} MB`, time: digested, per: 'bundle', count: megabytes, unit: 'MB' },
    {
      what: 'verify it whole',
      time: verified,
      per: 'bundle',
      count: entries,
      unit: 'events',
      ratio: ratios[1] ?? 0,
      than: 'SHA-256 alone',
    },
  ]
}

async function verifyFile(): Promise<Verification> {
  const verifier = bundleVerifier(nodeDigests, NO_ANCHOR)
  const read = await proofFiles.readLines(PATH, verifier.take)
  if (!read.ok) throw new Error(read.fault.code)
  return verifier.end()
}

async function digestFile(): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(PATH, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
