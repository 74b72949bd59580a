import { spawn, type ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { openLedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import type { WholeEntry } from '../../src/core/ledger/chain.ts'
import { runHere } from '../cli/run-here.ts'
import { ROOT } from '../cli/run-bin.ts'
import { kept } from '../fixtures/acting-office.ts'
import { assessmentId, dataFolder, tenantId } from '../fixtures/data-folder.ts'

const home = mkdtempSync(join(tmpdir(), 'mingheng-backup-'))
const running: ChildProcess[] = []
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

let number = 0
/** A data folder with three findings and their files, at rest. */
async function small(): Promise<{ data: string; backups: string; at: (name: string) => string }> {
  number += 1
  const place = join(home, String(number))
  const folder = await dataFolder(join(place, 'data'))
  for (let made = 0; made < 3; made += 1) await folder.report()
  await folder.close()
  return { data: join(place, 'data'), backups: join(place, 'backups'), at: (name) => join(place, name) }
}

test('a backup restores to a folder that holds, and a second one copies only what is new', async () => {
  const { data, backups, at } = await small()
  const first = await runHere(['backup', backups, '--data', data], { now: '2022-02-01T09:00:00+08:00' })
  expect(first).toMatchObject({ code: 0, error: '' })
  expect(first.output).toContain('3 个文件，本次新抄 3 个')
  const second = await runHere(['backup', backups, '--data', data], { now: '2022-02-02T09:00:00+08:00' })
  expect(second.output).toContain('3 个文件，本次新抄 0 个')
  expect(readdirSync(backups).toSorted()).toEqual(['2022-02-01T09-00-00', '2022-02-02T09-00-00', 'evidence'])
  for (const backup of [backups, join(backups, '2022-02-01T09-00-00')]) {
    const target = at(`restored-${backup.length}`)
    expect(await runHere(['restore', backup, target])).toMatchObject({ code: 0, error: '' })
    expect(await runHere(['check', '--data', target])).toMatchObject({ code: 0, error: '' })
    expect(await entriesOf(target)).toEqual(await entriesOf(data))
  }
})

test('a file that is spoiled in the data folder does not spoil the backups', async () => {
  const { data, backups, at } = await small()
  expect((await runHere(['backup', backups, '--data', data])).code).toBe(0)
  const [longer = '', gone = '', same = ''] = filesIn(join(data, 'evidence'))
  appendFileSync(replaced(longer), 'more')
  rmSync(gone)
  turnByte(same)
  const second = await runHere(['backup', backups, '--data', data], { now: '2022-02-02T09:00:00+08:00' })
  expect(second.code).toBe(1)
  expect(readdirSync(backups)).toContain('2022-02-02T09-00-00.failed')
  expect(await runHere(['restore', backups, at('restored')])).toMatchObject({ code: 0, error: '' })
})

test('a new file that is spoiled is missed in the backup, and the good ones are kept', async () => {
  const { data, backups, at } = await small()
  const [first = ''] = filesIn(join(data, 'evidence'))
  turnByte(first)
  const made = await runHere(['backup', backups, '--data', data])
  expect(made).toMatchObject({ code: 1 })
  expect(made.output).toContain('没有了')
  expect((await runHere(['restore', backups, at('restored')])).code).toBe(3)
})

test('nothing is written over: a target that holds something, a backup of the same second', async () => {
  const { data, backups, at } = await small()
  expect((await runHere(['backup', backups, '--data', data])).code).toBe(0)
  expect(await runHere(['backup', backups, '--data', data])).toMatchObject({ code: 3, output: '' })
  mkdirSync(at('full'))
  writeFileSync(at('full/mine.txt'), '')
  const refused = await runHere(['restore', backups, at('full')])
  expect(refused.code).toBe(3)
  expect(refused.error).toContain('已有内容')
  expect(readdirSync(at('full'))).toEqual(['mine.txt'])
})

test.each<[title: string, place: (backups: string) => string]>([
  ['the ledger', (backups) => join(backups, '2022-02-01T09-00-00', 'ledger.sqlite')],
  ['the people', (backups) => join(backups, '2022-02-01T09-00-00', 'people.sqlite')],
  ['the list of files', (backups) => join(backups, '2022-02-01T09-00-00', 'backup.jsonl')],
  ['a photo', (backups) => filesIn(join(backups, 'evidence'))[1] ?? ''],
])('a byte of %s turned in a backup is found, and nothing is restored', async (_title, place) => {
  const { data, backups, at } = await small()
  await runHere(['backup', backups, '--data', data])
  turnByte(place(backups))
  const restored = await runHere(['restore', backups, at('restored')])
  expect(restored.code).not.toBe(0)
  expect(restored.output + restored.error).toMatch(/不成立|不符|损坏|被改过/u)
  expect(existsSync(at('restored'))).toBe(false)
})

test('a backup that lacks a file is found', async () => {
  const { data, backups, at } = await small()
  await runHere(['backup', backups, '--data', data])
  rmSync(filesIn(join(backups, 'evidence'))[0] ?? '')
  const restored = await runHere(['restore', backups, at('restored')])
  expect(restored).toMatchObject({ code: 1 })
  expect(restored.output).toContain('没有了')
})

test.each<[title: string, damage: (data: string) => void, says: string]>([
  ['a photo that changed', (data) => turnByte(filesIn(join(data, 'evidence'))[0] ?? ''), '1 个与封存时不同'],
  ['a photo that is gone', (data) => rmSync(filesIn(join(data, 'evidence'))[0] ?? ''), '台账用到而没有的 1 个'],
  ['an event that changed', (data) => replaceIn(join(data, 'ledger.sqlite'), 'F-2', 'F-9'), 'ledger.sqlite'],
  [
    'a database that is none',
    (data) => writeFileSync(join(data, 'access.sqlite'), 'not a database'.repeat(400)),
    'access.sqlite',
  ],
])('check finds %s, and so does a backup', async (_title, damage, says) => {
  const { data, backups } = await small()
  damage(data)
  const checked = await runHere(['check', '--data', data])
  expect(checked.code).toBe(1)
  expect(checked.output).toContain(says)
  expect(checked.output).toContain('不成立')
  expect((await runHere(['backup', backups, '--data', data])).code).not.toBe(0)
})

test.each<[title: string, given: string[], code: number]>([
  ['a data folder that is missing', ['check', '--data', 'nowhere'], 3],
  ['a backup of what is no data folder', ['backup', 'target', '--data', ROOT], 3],
  ['a restore of what is no backup', ['restore', ROOT, 'target'], 3],
  ['a restore of nothing', ['restore', 'nowhere', 'target'], 3],
])('%s', async (_title, given, code) => {
  const ran = await runHere(given)
  expect(ran.code).toBe(code)
  expect(ran.error).not.toBe('')
})

test('a bundle of an assessment in the data folder verifies, with its files', async () => {
  const { data, at } = await small()
  const out = at('a.bundle.jsonl')
  const exported = await runHere(['export', 'a-2021', '--data', data, '--out', out, '--with-evidence'])
  expect(exported).toMatchObject({ code: 0, error: '' })
  const verified = await runHere(['verify', out, '--evidence', `${out}.evidence`])
  expect(verified).toMatchObject({ code: 0, error: '' })
  expect(verified.output).toContain('清单 3 个：3 个相符')
  const [first = '', second = ''] = filesIn(`${out}.evidence`)
  turnByte(first)
  rmSync(second)
  const again = await runHere(['verify', out, '--evidence', `${out}.evidence`])
  expect(again.code).toBe(1)
  expect(again.output).toContain('清单 3 个：1 个相符，2 个没有找到，1 个内容不同')
  expect(await runHere(['export', 'a-2022', '--data', data, '--out', at('b')])).toMatchObject({ code: 2 })
})

test('backups under a writer restore to a beginning of its ledger, with every file', async () => {
  const place = join(home, 'busy')
  const [data, backups] = [join(place, 'data'), join(place, 'backups')]
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'test/proof/keep-reporting.ts'), data], {
    cwd: ROOT,
  })
  running.push(child)
  let written = 0
  let wake: () => void = () => undefined
  child.stdout.on('data', (chunk: Buffer) => {
    written = Number(chunk.toString().trim().split('\n').at(-1))
    wake()
  })
  const reached = (count: number) =>
    new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error('the writer ended')))
      wake = () => {
        if (written >= count) resolve()
      }
      wake()
    })
  const rounds = process.env['TORTURE'] ? 20 : 3
  for (let round = 1; round <= rounds; round += 1) {
    await reached(round * 20)
    const now = `2022-02-01T09:${String(round).padStart(2, '0')}:00+08:00`
    expect(await runHere(['backup', backups, '--data', data], { now })).toMatchObject({ code: 0, error: '' })
  }
  const before = written
  await reached(before + 5)
  child.kill('SIGKILL')
  await new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null),
  )
  const whole = await entriesOf(data)
  const lengths: number[] = []
  for (const name of readdirSync(backups).filter((one) => one.startsWith('2022'))) {
    const target = join(place, `restored-${name}`)
    expect(await runHere(['restore', join(backups, name), target])).toMatchObject({ code: 0, error: '' })
    const restored = await entriesOf(target)
    expect(restored).toEqual(whole.slice(0, restored.length))
    lengths.push(restored.length)
  }
  expect(lengths).toHaveLength(rounds)
  expect(lengths).toEqual(lengths.toSorted((one, next) => one - next))
  expect(whole.length).toBeGreaterThan(lengths.at(-1) ?? 0)
})

async function entriesOf(data: string): Promise<readonly WholeEntry[]> {
  const copy = join(home, `copy-${(number += 1)}`)
  cpSync(data, copy, { recursive: true })
  const file = kept(openLedgerFile(join(copy, 'ledger.sqlite'), nodeDigester))
  const entries = kept(await file.ledgers.read(tenantId, assessmentId, 0, 1_000_000))
  file.close()
  return entries
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile() && !file.includes('uploads'))
    .toSorted()
}

/** Sealed files are read-only: another file takes the place of one. */
function replaced(path: string): string {
  const bytes = readFileSync(path)
  rmSync(path)
  writeFileSync(path, bytes)
  return path
}

function turnByte(path: string): void {
  const bytes = readFileSync(path)
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  rmSync(path)
  writeFileSync(path, bytes)
}

function replaceIn(path: string, text: string, other: string): void {
  const bytes = readFileSync(path)
  const at = bytes.indexOf(text)
  if (at === -1) throw new Error(`no ${text} in ${path}`)
  bytes.write(other, at)
  writeFileSync(path, bytes)
}
