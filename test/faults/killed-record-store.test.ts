import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { listedRecords } from '../../src/adapters/data/listed-records.ts'
import { openRecordStore, type OpenRecords } from '../../src/adapters/records/open-record-store.ts'
import { randomFrom } from '../../src/core/kernel/random.ts'
import { asked, digestOf, here, lineOf, stampOf, UNWATCHED } from '../conformance/record-samples.ts'
import { valued } from '../conformance/valued.ts'
import { manyRatingsFile } from '../fixtures/many-rating-rows.ts'

const KILLS = process.env['TORTURE'] === undefined ? 8 : 100
const LARGE = process.env['TORTURE'] === undefined ? 20_000 : 300_000
const random = randomFrom(Number(process.env['SEED'] ?? 1))
const root = mkdtempSync(join(tmpdir(), 'mingheng-killed-records-'))
afterAll(() => rmSync(root, { recursive: true }))

/** An import that is killed: into what it comes, and the two digests of which the store must have one afterwards. */
interface Trial {
  readonly name: string
  readonly base: string
  readonly file: string
  readonly calendar: readonly [version: string, ...restDays: string[]]
  readonly before: string
  readonly after: string
  readonly milliseconds: number
}

test(
  `${KILLS} times killed in an import, the store is as before or as after, and nothing else lies in it`,
  { timeout: 3_600_000 },
  async () => {
    const trials = await prepareTrials()
    const ends = { before: 0, after: 0 }
    for (let kill = 0; kill < KILLS; kill += 1) {
      const trial = trials[kill % trials.length]
      if (!trial) throw new Error('no trial')
      const folder = join(root, `kill-${kill}`)
      cpSync(trial.base, folder, { recursive: true })
      const wasDone = await killedImport(folder, trial)
      const store = await opened(folder)
      const digest = await digestOf(store.records)
      expect([trial.before, trial.after], `kill ${kill}, ${trial.name}`).toContain(digest)
      if (wasDone) expect(digest).toBe(trial.after)
      expect(await valued(store.records.imports(here))).toHaveLength(await importsIn(trial, digest))
      expectOnlyListed(folder)
      await importBy(store, trial.file, trial.calendar)
      expect(await digestOf(store.records)).toBe(trial.after)
      store.close()
      rmSync(folder, { recursive: true })
      ends[digest === trial.after ? 'after' : 'before'] += 1
    }
    expect(ends.before).toBeGreaterThan(0)
    if (process.env['TORTURE']) process.stdout.write(`${ends.before} ended as before, ${ends.after} as after\n`)
  },
)

async function importsIn({ base, after }: Trial, digest: string): Promise<number> {
  const store = await opened(base)
  const imports = await valued(store.records.imports(here))
  store.close()
  return imports.length + (digest === after ? 1 : 0)
}

/** A first import, a correction of a third, a large one, and one by a calendar that was put right. */
async function prepareTrials(): Promise<readonly Trial[]> {
  const empty = join(root, 'empty')
  await done(empty, null, ['standard'])
  const some = { from: 0, count: 6_000, changedEvery: 0 }
  const base = join(root, 'base')
  await done(base, manyRatingsFile(some), ['standard'])
  return [
    await trialOf('first', empty, manyRatingsFile(some), ['standard']),
    await trialOf('correction', base, manyRatingsFile({ ...some, changedEvery: 3 }), ['standard']),
    await trialOf('large', base, manyRatingsFile({ from: 3_000, count: LARGE, changedEvery: 5 }), ['standard']),
    await trialOf('calendar', base, manyRatingsFile({ ...some, from: 6_000 }), ['put right', '2021-01-04']),
  ]
}

async function trialOf(name: string, base: string, file: string, calendar: Trial['calendar']): Promise<Trial> {
  const folder = join(root, `${name}-after`)
  cpSync(base, folder, { recursive: true })
  const before = await heldDigest(folder)
  const start = performance.now()
  await done(folder, file, calendar)
  const milliseconds = performance.now() - start
  return { name, base, file, calendar, before, after: await heldDigest(folder), milliseconds }
}

async function done(folder: string, file: string | null, calendar: Trial['calendar']): Promise<void> {
  const store = await opened(folder)
  if (file !== null) await importBy(store, file, calendar)
  store.close()
}

async function importBy(store: OpenRecords, file: string, [version, ...restDays]: Trial['calendar']): Promise<void> {
  await valued(store.records.importFile(here, asked(file, { line: lineOf(version, restDays) }), stampOf(), UNWATCHED))
}

async function heldDigest(folder: string): Promise<string> {
  const store = await opened(folder)
  const digest = await digestOf(store.records)
  store.close()
  return digest
}

async function opened(folder: string): Promise<OpenRecords> {
  const options = { folder: join(folder, 'records'), catalogFile: join(folder, 'records.sqlite') }
  mkdirSync(folder, { recursive: true })
  return valued(openRecordStore({ ...options, memoryMegabytes: 300, threads: 2 }))
}

/** Kills the import at a random moment of it, and answers whether it had been told that it was done. */
async function killedImport(folder: string, { file, calendar, milliseconds }: Trial): Promise<boolean> {
  const script = join(import.meta.dirname, 'record-writer.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, file, ...calendar], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text))
  const closed = new Promise((resolve) => child.once('close', resolve))
  await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), closed])
  await Promise.race([setTimeout(random.below(Math.ceil(milliseconds * 1.3))), closed])
  child.kill('SIGKILL')
  await closed
  return told.includes('done')
}

/** Every file of records is one that the catalog lists, and the other way round; nothing of the killed import is left. */
function expectOnlyListed(folder: string): void {
  const listed = listedRecords(join(folder, 'records.sqlite'))
  if (!listed.ok) throw new Error(listed.refusal.message)
  const found = readdirSync(join(folder, 'records'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('records/.lock'))
  expect(found.toSorted()).toEqual(listed.value.map(({ place }) => place))
}
