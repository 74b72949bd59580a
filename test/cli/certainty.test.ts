import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHere } from './run-here.ts'

let folder = ''
let year = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-certainty-'))
  year = join(folder, 'qingpu-2021')
  await runHere(['demo', '--no-records', '--no-serve'], { outRoot: folder })
})
afterAll(() => rm(folder, { recursive: true }))

test('the answer stands first, then every center, what to decide first and what is assumed', async () => {
  const { code, output } = await runHere(['analyze', 'certainty', year, '--known-by', '2021-10-25', '--draws', '500'])
  expect(code).toBe(0)
  expect(output.split('\n')[1]).toMatch(/^第1名现为/)
  for (const part of ['名次最好第', '先办哪一件', '合计挪动', '共模拟500次，种子2021'])
    expect(output.replaceAll(/\n */gu, '')).toContain(part)
})

test.each([80, 40])('no line is wider than %i columns', async (columns) => {
  const { output } = await runHere(['analyze', 'certainty', year, '--draws', '100'], { columns })
  for (const line of output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(columns)
})

test('as JSON, the same again from the same seed, with the figures given', async () => {
  const given = ['--json', '--seed', '7', '--draws', '200', '--substantiated', '10', '--known-by', '2021-10-25']
  const ask = async () => (await runHere(['analyze', 'certainty', year, ...given])).output
  const told = await ask()
  expect(JSON.parse(told)).toMatchObject({ drawing: { seed: 7, draws: 200, assumptions: { substantiated: 10 } } })
  expect(await ask()).toBe(told)
})

test.each<[title: string, given: string[], says: string]>([
  ['a seed that is no number', ['--seed', 'x'], '--seed'],
  ['too few draws', ['--draws', '5'], '100 到 20000'],
  ['a share above the whole', ['--kept', '101'], '0 到 100'],
  ['a day that does not exist', ['--known-by', '2021-02-30'], '不是日期'],
])('%s is refused', async (_title, given, says) => {
  const { code, error } = await runHere(['analyze', 'certainty', year, ...given])
  expect(code).not.toBe(0)
  expect(error).toContain(says)
})
