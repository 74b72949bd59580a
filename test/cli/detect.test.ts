import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HEADER, POOR, ratingLine, recordFolder, unbroken } from './record-folder.ts'
import { runBin } from './run-bin.ts'
import { runHere } from './run-here.ts'

let folder = ''
beforeAll(async () => {
  folder = await recordFolder()
})
afterAll(() => rm(folder, { recursive: true }))

const now = '2022-01-10T09:00:00+08:00'
const ONLY = ['--only', 'poor-rating-substantiated', 'poor-rating-still-dissatisfied']

async function bring(name: string, lines: readonly string[]) {
  await writeFile(join(folder, name), `${[HEADER, ...lines].join('\n')}\n`)
  await runHere(['import', join(folder, name), '--into', folder])
  return runHere(['import', join(folder, name), '--into', folder, '--yes'])
}
const detect = (...more: string[]) => runHere(['detect', folder, ...more], { now, columns: 80 })
const ledger = async () => (await readFile(join(folder, 'ledger.jsonl'), 'utf8')).trimEnd().split('\n')

test('a folder without records is told', async () => {
  expect(await detect()).toMatchObject({ code: 3 })
})

test('what the records make suspect is written to the ledger, with the records that it rests on', async () => {
  const imported = await bring('a.csv', [
    ratingLine('P1'),
    ratingLine('P2', POOR),
    ratingLine('P3', { ...POOR, 受理单位: '盈浦街道', 回访结果: '不满意', 评价时间: '20210302093000' }),
    ratingLine('P4', { ...POOR, 责任归属: '政策' }),
  ])
  expect(imported.code).toBe(0)
  const { code, output, error } = await detect(...ONLY)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(output).toMatch(/10\.3\.1 +经核实属实的差评 +2 +2 /u)
  expect(output).toMatch(/10\.3\.2 +差评经回访仍不满意 +1 +1 /u)
  expect(output.indexOf('10.3.1')).toBeLessThan(output.indexOf('10.3.2'))
  const raised = (await ledger()).map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(raised.slice(3)).toMatchObject([
    { seq: 4, type: 'SuspicionRaised', centerId: 'xiayang', clauseId: '10.3.1', records: ['ratings/好差评/P2@1'] },
    { seq: 5, centerId: 'yingpu', records: ['ratings/好差评/P3@1'] },
    { seq: 6, centerId: 'yingpu', records: ['ratings/好差评/P3@1'], by: 'terminal' },
  ])
})

test('run again it adds nothing', async () => {
  const before = await ledger()
  const { code, output } = await detect(...ONLY)
  expect(code).toBe(0)
  expect(unbroken(output)).toContain('台账里都已登记，没有写入什么')
  expect(await ledger()).toEqual(before)
})

test('a corrected record amends or withdraws what rested on it, and nothing else', async () => {
  await bring('b.csv', [
    ratingLine('P2', { ...POOR, 责任归属: '政策' }),
    ratingLine('P3', { ...POOR, 受理单位: '盈浦街道', 回访结果: '满意', 评价时间: '20210302093000' }),
  ])
  const before = await ledger()
  const { output } = await detect(...ONLY)
  expect(unbroken(output)).toMatch(/新登记 0 个，更改 1 个，撤回 2 个/u)
  const told = (await ledger()).slice(before.length).map((line) => JSON.parse(line) as { type: string })
  expect(told.map(({ type }) => type).toSorted()).toEqual([
    'SuspicionAmended',
    'SuspicionWithdrawn',
    'SuspicionWithdrawn',
  ])
  expect((await ledger()).slice(0, before.length)).toEqual(before)
})

test('the ledger can be scored, and suspicions move no points', async () => {
  const { code, output } = await runHere(['score', folder])
  expect(code).toBe(0)
  expect(output).toContain('夏阳街道')
})

test('detections whose records are missing are told of, not passed over', async () => {
  const { code, output } = await detect()
  expect(code).toBe(1)
  const text = unbroken(output)
  expect(text).toContain('没有数据不等于没有发生')
  for (const line of output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
})

test.each<[title: string, more: string[], code: number, says: string]>([
  ['a detection nobody knows', ['--only', 'x'], 2, '没有叫“x”的检测'],
  ['a day that is none', ['--as-of', '2021-02-30'], 2, '不是日期'],
  ['a day before the period', ['--as-of', '2020-12-31'], 2, '2020-12-31'],
])('%s is told', async (_title, more, code, says) => {
  const ran = await detect(...more)
  expect(ran.code).toBe(code)
  expect(unbroken(ran.error)).toContain(says)
})

test('the program itself detects as the day of its run stands', async () => {
  const ran = await runBin(['detect', folder, ...ONLY], { env: { COLUMNS: '60' } })
  expect(ran).toMatchObject({ code: 0, error: '' })
  for (const line of ran.output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(60)
})
