import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formatLedger, parseLedger } from '../../core/ledger/ledger-lines.ts'
import { asEvents, enrolled, opened } from '../../../test/fixtures/small-ledger.ts'
import { folderLedger } from './ledger-file.ts'

/** As they are read from a file. */
const known = parseLedger(formatLedger(asEvents([opened(), enrolled()])))
const [first, second] = known.ok ? known.value : []
if (!first || !second) throw new Error('two events')

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-ledger-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = (text: string) => writeFile(join(folder, 'ledger.jsonl'), text)
const read = () => readFile(join(folder, 'ledger.jsonl'), 'utf8')

test.each([
  ['with a line end', formatLedger([first])],
  ['without one', formatLedger([first]).trimEnd()],
])('events go after those that were read, %s, and beside them only the lock lies there', async (_title, text) => {
  await put(text)
  expect(await folderLedger.append(folder, [first], [second])).toEqual({ ok: true, value: 'appended' })
  expect(await read()).toBe(formatLedger([first, second]))
  expect(await readdir(folder)).toEqual(['.ledger-lock', 'ledger.jsonl'])
})

test('an empty ledger takes its first event', async () => {
  await put('')
  expect(await folderLedger.append(folder, [], [first])).toEqual({ ok: true, value: 'appended' })
  expect(await read()).toBe(formatLedger([first]))
})

test.each<[title: string, text: string]>([
  ['longer', formatLedger([first, second])],
  ['shorter', ''],
  ['another', formatLedger([{ ...first, recordedAt: second.recordedAt, by: '另一人' as typeof first.by }])],
  ['broken', '{'],
])('a ledger that is %s by now is left as it is', async (_title, text) => {
  await put(text)
  expect(await folderLedger.append(folder, [first], [second])).toEqual({ ok: true, value: 'moved' })
  expect(await read()).toBe(text)
})

test('of many that read the same ledger and tell it something in the same moment, one does', async () => {
  await put(formatLedger([first]))
  const all = await Promise.all(Array.from({ length: 8 }, async () => folderLedger.append(folder, [first], [second])))
  const told = all.map((one) => (one.ok ? one.value : one.fault.code)).toSorted()
  expect(told).toEqual(['appended', ...Array<string>(7).fill('moved')])
  expect(await read()).toBe(formatLedger([first, second]))
})

test('what a program that died left behind keeps nobody from writing', async () => {
  await put(formatLedger([first]))
  await writeFile(join(folder, '.ledger-lock'), '')
  await writeFile(join(folder, 'ledger.jsonl.tmp'), formatLedger([first]).slice(0, 40))
  expect(await folderLedger.append(folder, [first], [second])).toEqual({ ok: true, value: 'appended' })
  expect(await read()).toBe(formatLedger([first, second]))
})

test('a ledger that is gone is told', async () => {
  const { ok } = await folderLedger.append(folder, [first], [second])
  expect(ok).toBe(false)
})
