import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { openLedgerFile, type OpenLedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import { randomFrom } from '../../src/core/kernel/random.ts'
import { findChainBreak } from '../../src/core/ledger/find-chain-break.ts'
import { valued } from '../conformance/valued.ts'
import { everythingIn, fillLedgerFile, openedLedgerFile } from '../fixtures/filled-ledger-file.ts'
import { east, genesis, headerOf, noon, sha256, year } from '../fixtures/ledger-batches.ts'

/** In memory where there is such a folder: nothing here asks whether it lasts. */
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'mingheng-damage-'))
const whole = join(folder, 'whole.sqlite')
const damaged = join(folder, 'damaged.sqlite')
let bytes: Buffer
let everything: readonly unknown[]
let events: string
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(async () => {
  const file = openedLedgerFile(whole)
  await fillLedgerFile(file)
  file.close()
  bytes = readFileSync(whole)
  const copy = join(folder, 'copy.sqlite')
  cpSync(whole, copy)
  const reread = openedLedgerFile(copy)
  expect(await valued(reread.check())).toMatchObject({ damages: [] })
  everything = await everythingIn(reread)
  events = await eventsOf(reread)
  reread.close()
})

/** The driver lets go of a closed file when its last statement has been collected and the event loop has turned. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  await setImmediate()
}

/** What a damaged store did: `refused` on opening, `named` by the check, or `harmless`. */
type Fate = 'refused' | 'named' | 'harmless'

/**
 * The definition: a byte has turned. Either opening refuses with a fault of the catalogue, or the check names a damage, or
 * everything that can be asked is answered exactly as before. Nothing is thrown. And whether or not somebody checks, events
 * that are not those written are never read as a whole chain.
 */
async function fateOf(content: Buffer): Promise<Fate> {
  for (const end of ['', '-wal', '-shm']) rmSync(damaged + end, { force: true })
  writeFileSync(damaged, content)
  const opened = openLedgerFile(damaged, nodeDigester)
  if (!opened.ok) {
    expect(['store-corrupted', 'store-newer', 'store-read-only']).toContain(opened.refusal.code)
    expect(opened.refusal.message).toContain(damaged)
    return 'refused'
  }
  const file = opened.value
  try {
    expect([events, 'refused', 'broken']).toContain(await eventsOf(file))
    const report = await file.check()
    const isNamed = !report.ok || report.value.damages.length > 0
    const answers = await everythingIn(file)
    if (!isNamed) expect(answers).toEqual(everything)
    return isNamed ? 'named' : 'harmless'
  } finally {
    file.close()
  }
}

/** The events of one ledger as whoever reads them takes them: checked from the header that the reader knows. */
async function eventsOf({ ledgers }: OpenLedgerFile): Promise<string> {
  const page = await ledgers.read(east, year, 0, 1_000)
  if (!page.ok) return 'refused'
  const start = genesis(headerOf(east, year))
  return findChainBreak(start, page.value, sha256) === null ? JSON.stringify(page.value) : 'broken'
}

describe('a turned byte', () => {
  const positions = process.env['TORTURE'] ? 10_000 : 300

  test(
    `at ${positions.toLocaleString('en')} random places is refused, named or harmless`,
    { timeout: 3_600_000 },
    async () => {
      const random = randomFrom(Number(process.env['SEED'] ?? 1))
      const fates = { refused: 0, named: 0, harmless: 0 }
      for (let n = 0; n < positions; n += 1) {
        const content = Buffer.from(bytes)
        const at = random.below(content.length)
        content[at] = (content[at] ?? 0) ^ (1 + random.below(255))
        const fate = await fateOf(content).catch((error: unknown) => {
          throw new Error(`byte ${at} turned into ${content[at]}`, { cause: error })
        })
        fates[fate] += 1
        if (n % 100 === 99) await collectGarbage()
      }
      if (process.env['TORTURE']) process.stdout.write(`${JSON.stringify(fates)}\n`)
      expect(fates.named).toBeGreaterThan(positions / 10)
    },
  )

  test('within a body is named with its assessment and seq, and the others are read', async () => {
    const content = Buffer.from(bytes)
    const at = content.indexOf('"center-5"')
    content[at + 1] = 'C'.codePointAt(0) ?? 0
    expect(await fateOf(content)).toBe('named')
    const file = openedLedgerFile(damaged)
    const { damages, sound } = await valued(file.check())
    expect(damages).toMatchObject([
      { part: 'chain', seq: 5, message: expect.stringContaining('第 5 条的内容与其摘要不符') },
    ])
    expect(sound).toMatchObject({ assessments: 2, messages: 36, rubrics: 1 })
    file.close()
  })
})

describe('a file cut off', () => {
  test.each([0, 1, 99, 100, 4_096, 20_000, 50_000, 100_000])('after %i bytes is refused or named', async (length) => {
    const fate = await fateOf(bytes.subarray(0, length))
    expect(fate).not.toBe('harmless')
  })
})

test('a damaged message holds up no other, and is told of when nothing else is left', async () => {
  const path = join(folder, 'message.sqlite')
  const file = openedLedgerFile(path)
  await fillLedgerFile(file)
  const { outbox, database } = file
  database.connection.exec(`UPDATE messages SET text = '别的' WHERE message_id = 'm0 3'`)
  const unplanned = await valued(outbox.unplanned(east, 1_000))
  expect(unplanned.map(({ messageId }) => messageId)).not.toContain('m0 3')
  expect(unplanned.length).toBeGreaterThan(10)
  for (const { messageId } of unplanned)
    await valued(outbox.plan(east, messageId, [{ channel: 'mail', receiver: 'e@x', dueAt: noon }]))
  const told = { ok: false, refusal: { code: 'store-corrupted', message: expect.stringContaining('m0 3') } }
  expect(await outbox.unplanned(east, 1_000)).toMatchObject(told)
  database.connection.exec(`UPDATE messages SET text = '别的' WHERE message_id = 'm0 4'`)
  expect((await valued(outbox.take(east, noon, noon, 1_000))).map(({ messageId }) => messageId)).not.toContain('m0 4')
  expect(await outbox.take(east, noon, noon, 1_000)).toMatchObject({ ok: false })
  file.close()
})
