import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftNotice } from '../fixtures/draft-notice.ts'
import { runHere } from './run-here.ts'

let folder = ''
let year = ''
let draft = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-next-year-'))
  await runHere(['demo', '--no-records', '--no-serve'], { outRoot: join(folder, 'out') })
  year = join(folder, 'out', 'qingpu-2021')
  draft = join(folder, 'draft.txt')
  await writeFile(draft, await draftNotice())
})
afterAll(() => rm(folder, { recursive: true }))

test('the answer stands first, and no line is wider than the terminal', async () => {
  const { code, output } = await runHere(['analyze', 'next-year', year, draft], { columns: 80 })
  expect(code).toBe(0)
  const [answer = ''] = output.split('\n\n')
  expect(answer.replaceAll('\n', '')).toMatch(/按2022年的通知，.*项修改中\d+项造成了.*变动。/u)
  for (const title of ['带不过去的', '今年的记录看不出的', '这份通知可以写得更好的地方'])
    expect(output).toContain(title)
  for (const line of output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
})

test('as JSON it is the whole answer, and an earlier day gives another one', async () => {
  const read = async (...days: string[]) =>
    JSON.parse((await runHere(['analyze', 'next-year', year, draft, '--json', ...days])).output) as {
      changes: unknown[]
      counts: Record<string, number>
    }
  const [now, june] = [await read(), await read('--as-of', '2021-06-30', '--known-by', '2021-06-30')]
  expect(now.changes).toHaveLength(june.changes.length)
  expect(june.counts['same'] ?? 0).toBeLessThan(now.counts['same'] ?? 0)
})

test.each<[what: string, given: string, code: number]>([
  ['a draft that is not there', 'nowhere.txt', 3],
  ['a folder that is not there', '', 3],
])('%s ends with a sentence', async (_what, given, code) => {
  const asked = given === '' ? [join(folder, 'nowhere'), draft] : [year, join(folder, given)]
  const { code: ended, error } = await runHere(['analyze', 'next-year', ...asked])
  expect(error).toMatch(/错误/u)
  expect(ended).toBe(code)
})
