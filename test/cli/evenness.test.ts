import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHere } from './run-here.ts'

let folder = ''
let year = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-evenness-'))
  year = join(folder, 'qingpu-2021')
  await runHere(['demo', '--no-records', '--no-serve'], { outRoot: folder })
})
afterAll(() => rm(folder, { recursive: true }))

test('the answer stands first, and assessors have no names', async () => {
  const { code, output } = await runHere(['analyze', 'evenness', year], { columns: 80 })
  expect(code).toBe(0)
  expect(output.split('\n')[1]).toMatch(/^由人裁量的数额有\d+件，分在\d+款/)
  for (const part of ['考核员甲', '情形相近而数额不同', '各人经手的案情、中心和来源不尽相同', '检查次数和发现'])
    expect(output.replaceAll(/\n */gu, '')).toContain(part)
  expect(output).not.toMatch(/assessor-\d/)
})

test('by their ids where that is asked', async () => {
  expect((await runHere(['analyze', 'evenness', year, '--ids'])).output).toMatch(/assessor-1/)
})

test.each([80, 60, 40])('no line is wider than %i columns', async (columns) => {
  const { output } = await runHere(['analyze', 'evenness', year], { columns })
  for (const line of output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(columns)
})

test('before anything was decided it says so', async () => {
  const { output } = await runHere(['analyze', 'evenness', year, '--known-by', '2021-01-04'])
  expect(output).toContain('还没有一件由人裁量的数额')
})

test('as JSON, the same again from the same seed', async () => {
  const ask = async () => (await runHere(['analyze', 'evenness', year, '--json', '--seed', '7'])).output
  const told = await ask()
  const { counts, clauses } = JSON.parse(told) as {
    counts: { decided: number; bonuses: number }
    clauses: { cases: unknown[] }[]
  }
  expect(clauses.flatMap(({ cases }) => cases)).toHaveLength(counts.decided + counts.bonuses)
  expect(await ask()).toBe(told)
})

test.each<[title: string, given: string[], says: string]>([
  ['a seed that is no number', ['--seed', 'x'], '种子'],
  ['a day that does not exist', ['--known-by', '2021-02-30'], '不是日期'],
])('%s is refused', async (_title, given, says) => {
  const { code, error } = await runHere(['analyze', 'evenness', year, ...given])
  expect(code).not.toBe(0)
  expect(error).toContain(says)
})
