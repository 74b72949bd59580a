import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatLedger } from '../../src/core/ledger/ledger-lines.ts'
import { exampleYear } from '../golden/example-year.ts'
import { ROOT } from './run-bin.ts'
import { runHere } from './run-here.ts'

const notice = join(ROOT, 'notices', 'qingpu-2021')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-what-if-'))
  await cp(notice, folder, { recursive: true })
  const { events } = await exampleYear(notice)
  await writeFile(join(folder, 'ledger.jsonl'), formatLedger(events))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each<[title: string, given: readonly string[], code: number, says: readonly string[]]>([
  [
    'another price, with every number that changes',
    ['--suppose', '改价 10.4.1 2'],
    0,
    ['改为每件扣2分（现为每件扣1分）', '若此项成立，', '方案：price:10.4.1:2'],
  ],
  [
    'two scenarios beside each other',
    ['--suppose', '改价 10.4.1 2', '--beside', '改价 10.4.1 3'],
    0,
    ['方案：price:10.4.1:2', '方案：price:10.4.1:3', '前一方案换成后一方案，'],
  ],
  ['nothing supposed', [], 0, ['没有设想，所有中心的得分和名次都不变。']],
  ['what cannot be read', ['--suppose', '全部撤销'], 2, ['第1项设想“全部撤销”看不懂']],
  ['what is not there', ['--suppose', '999999 撤销'], 2, ['没有编号为 999999 的问题']],
])('%s', async (_title, given, code, says) => {
  const ran = await runHere(['analyze', 'what-if', folder, '--known-by', '2021-10-25', ...given])
  for (const words of says) expect(ran.output + ran.error).toContain(words)
  expect(ran.code).toBe(code)
})

test('as JSON it holds the scenario in its one form, the sentence and the numbers', async () => {
  const ran = await runHere(['analyze', 'what-if', folder, '-s', '改价 10.4.1 2', '--name', '加重', '--json'])
  const told = JSON.parse(ran.output) as { scenario: string; lead: string; numbers: readonly unknown[] }
  expect(told.scenario).toBe('加重|price:10.4.1:2')
  expect(told.lead).toMatch(/^若此项成立，/)
  expect(told.numbers.length).toBeGreaterThan(0)
})
