import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenLedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import { randomFrom } from '../../src/core/kernel/random.ts'
import { id, type AssessmentId } from '../../src/core/kernel/identifiers.ts'
import type { WholeEntry } from '../../src/core/ledger/chain.ts'
import { valued } from '../conformance/valued.ts'
import { openedLedgerFile } from '../fixtures/filled-ledger-file.ts'
import { east, messageOf, nextYear, sha256, year } from '../fixtures/ledger-batches.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-killed-'))
afterAll(() => rmSync(folder, { recursive: true }))

const kills = process.env['TORTURE'] ? 200 : 5
const random = randomFrom(Number(process.env['SEED'] ?? 1))

/** What a writer was told: this key appended these events. */
interface Acknowledged {
  readonly assessmentId: AssessmentId
  readonly key: string
  readonly firstSeq: number
  readonly lastSeq: number
}

test(
  `${kills} times killed under eight writers: all that was acknowledged is there, and no half`,
  { timeout: 3_600_000 },
  async () => {
    const path = join(folder, 'killed.sqlite')
    const acknowledged: Acknowledged[] = []
    for (let n = 0; n < kills; n += 1) {
      const own = await killedWriters(path, `run${n}`)
      acknowledged.push(...own)
      const file = openedLedgerFile(path)
      await holds(file, n === kills - 1 ? acknowledged : own)
      file.close()
    }
    expect(acknowledged.length).toBeGreaterThan(kills * 10)
    if (process.env['TORTURE']) process.stdout.write(`${acknowledged.length} acknowledged appends, ${kills} kills\n`)
  },
)

/** Starts writers, lets them write for a random time, kills them and answers what they had been told. */
async function killedWriters(path: string, name: string): Promise<Acknowledged[]> {
  const script = join(import.meta.dirname, 'append-until-killed.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, path, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text))
  const closed = new Promise((resolve) => child.once('close', resolve))
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), closed])
  await setTimeout(random.below(300))
  child.kill('SIGKILL')
  await closed
  expect(child.signalCode).toBe('SIGKILL')
  return told
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [assessmentId = '', key = '', firstSeq, lastSeq] = line.split(' ')
      return { assessmentId: id(assessmentId), key, firstSeq: Number(firstSeq), lastSeq: Number(lastSeq) }
    })
}

async function holds(file: OpenLedgerFile, acknowledged: readonly Acknowledged[]): Promise<void> {
  const { damages, sound } = await valued(file.check())
  expect(damages).toEqual([])
  const entries = new Map<AssessmentId, readonly WholeEntry[]>()
  for (const one of [year, nextYear]) entries.set(one, await valued(file.ledgers.read(east, one, 0, 1e9)))
  for (const { assessmentId, key, firstSeq, lastSeq } of acknowledged) {
    const recalled = await valued(file.ledgers.recall(east, assessmentId, { key, request: sha256(key) }))
    expect(recalled).toEqual({ kind: 'repeated', firstSeq, lastSeq })
    const own = entries.get(assessmentId)?.slice(firstSeq - 1, lastSeq) ?? []
    expect(own.map(({ body }) => keyIn(body))).toEqual(Array.from({ length: lastSeq - firstSeq + 1 }, () => key))
  }
  const batches = new Map<string, number>()
  for (const { body } of [...entries.values()].flat()) batches.set(keyIn(body), (batches.get(keyIn(body)) ?? 0) + 1)
  for (const [key, count] of batches) {
    const [, writer, n] = key.split('-').map(Number)
    if (count !== 1 + (((writer ?? 0) + (n ?? 0)) % 3)) throw new Error(`half of ${key} is there`)
  }
  expect(sound.messages).toBe(batches.size)
  expect(await valued(file.outbox.messages(east, [messageOf('').to], null, 1e9))).toHaveLength(batches.size)
}

function keyIn(body: string): string {
  return (JSON.parse(body) as { readonly name: string }).name.replace('中心 ', '')
}

/**
 * The log holds what was acknowledged since it was last folded into the file. Nobody can tell from the file alone that a log
 * was removed: what is left is a whole earlier state, and only what was taken outside (a verification code, an export, a
 * backup) shows what is missing.
 */
describe('a log that is damaged leaves a whole earlier state', () => {
  const path = join(folder, 'log.sqlite')
  let folded: readonly Acknowledged[]
  beforeAll(async () => {
    folded = await killedWriters(path, 'folded')
    foldLog(path)
    await killedWriters(path, 'log')
  })

  test.each<[string, (log: string) => void]>([
    ['removed', (log) => rmSync(log)],
    ['cut off', (log) => truncateSync(log, Math.floor(statSync(log).size / 2))],
    ['changed in one byte', turnByte],
  ])('%s', async (how, damage) => {
    const [whole, copy] = [join(folder, `${how} whole.sqlite`), join(folder, `${how}.sqlite`)]
    for (const to of [whole, copy]) for (const end of ['', '-wal']) cpSync(path + end, to + end)
    damage(`${copy}-wal`)
    const [before, after] = [openedLedgerFile(whole), openedLedgerFile(copy)]
    await holds(after, folded)
    for (const assessmentId of [year, nextYear]) {
      const all = await valued(before.ledgers.read(east, assessmentId, 0, 1e9))
      const left = await valued(after.ledgers.read(east, assessmentId, 0, 1e9))
      expect(all.slice(0, left.length)).toEqual(left)
    }
    before.close()
    after.close()
  })
})

/** In a process of its own: here, a closed file is let go only when its statements are collected, and takes the next log with it. */
function foldLog(path: string): void {
  const program = `import { DatabaseSync } from '@photostructure/sqlite'
    const database = new DatabaseSync(process.argv[1])
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()`
  const folded = spawnSync(process.execPath, ['--input-type=module', '-e', program, path], { encoding: 'utf8' })
  expect(folded).toMatchObject({ status: 0, stderr: '' })
}

function turnByte(log: string): void {
  const content = readFileSync(log)
  const at = random.below(content.length)
  content[at] = (content[at] ?? 0) ^ 0xff
  writeFileSync(log, content)
}
