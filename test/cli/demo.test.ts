import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replay } from '../../src/core/ledger/evolve.ts'
import { parseLedger } from '../../src/core/ledger/ledger-lines.ts'
import { runBin, type Ran } from './run-bin.ts'
import { runHere } from './run-here.ts'
import { expectWellSet } from './well-set.ts'

const NARROW = { COLUMNS: '80' }

let folder = ''
let shown: Ran
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-demo-'))
  shown = await runBin(['demo', '--no-serve'], { cwd: folder, env: NARROW })
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

test('the demonstration runs from any folder and shows the whole way', () => {
  expect(shown).toMatchObject({ code: 0, error: '' })
  const unbroken = shown.output.replaceAll(/\n */gu, '')
  for (const part of PARTS) expect(unbroken).toContain(part)
  expect(shown.output.match(/(?:街道|镇) +[−\d]/gu)?.length).toBeGreaterThanOrEqual(11)
})

const PARTS = [
  '通知编译成细则',
  '综合受理系统-办件',
  '全部相符：没有漏掉，也没有多出',
  '追到记录',
  '更正后再与答案逐处核对，全部相符',
  '种子',
  '名次',
  '失分',
  '得分表',
  '原句',
  '经过',
  '接下来可以试',
]

test('no line of it is wider than 80 columns or begins with closing punctuation', () => {
  expectWellSet(shown.output, 80)
})

test('its records are found to be just what was planted, and its people have dealt with them', async () => {
  const ledger = await readFile(join(folder, 'out/qingpu-2021/ledger.jsonl'), 'utf8')
  const parsed = parseLedger(ledger)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const findings = [...replay(parsed.value).findings.values()].filter(({ basis }) => basis !== null)
  expect(findings.length).toBeGreaterThan(250)
  for (const standing of ['suspected', 'substantiated', 'dismissed', 'withdrawn'])
    expect(findings.some((one) => one.standing === standing)).toBe(true)
  expect(findings.some(({ flags }) => flags.length > 0)).toBe(true)
})

test('the same seed gives the same year to the byte, another seed another', async () => {
  const yearIn = (place: string) => readFile(join(folder, place, 'qingpu-2021/ledger.jsonl'), 'utf8')
  const first = await yearIn('out')
  const again = await runBin(['demo', '--no-serve'], { cwd: folder, env: NARROW })
  expect(withoutPace(again.output)).toBe(withoutPace(shown.output))
  expect(await yearIn('out')).toBe(first)
  for (const seed of [2021, 7])
    await runHere(['demo', '--seed', `${seed}`, '--no-records', '--no-serve'], { outRoot: join(folder, `${seed}`) })
  expect(await yearIn('7')).not.toBe(await yearIn('2021'))
})

test.each<[title: string, given: string[], code: number, says: string]>([
  ['its folder can be scored', ['score', 'out/qingpu-2021'], 0, '夏阳街道'],
  ['as of a day', ['score', 'out/qingpu-2021', '--as-of', '2021-06-30', '--known-by', '2021-07-15'], 0, '2021-06-30'],
  ['a center by its id', ['explain', 'xiayang'], 0, '夏阳街道'],
  ['a center by its name', ['explain', '夏阳街道'], 0, '夏阳街道'],
  ['a center by a part of its name', ['explain', '夏阳'], 0, '夏阳街道'],
  ['a section of it', ['explain', 'xiayang', '3', '--folder', 'out/qingpu-2021'], 0, ''],
  ['a part of a name that several share is refused', ['explain', '街道'], 2, '请从中选一个'],
  ['a center that does not exist', ['explain', '某镇'], 2, '夏阳街道（xiayang）'],
  ['a clause that does not exist', ['explain', 'xiayang', '3.99'], 2, '没有条款“3.99”'],
  ['the answered questions of its folder', ['questions', 'out/qingpu-2021'], 0, '口径'],
])('%s', async (_title, given, code, says) => {
  const ran = await runIn(folder, given)
  expect(ran.code).toBe(code)
  expect((ran.output + ran.error).replaceAll(/\n */gu, '')).toContain(says)
})

test('every command that it names can be run as it stands', async () => {
  const commands = [...shown.output.matchAll(/npx mingheng (.+)/gu)].map(([, command = '']) =>
    command.trim().split(' '),
  )
  expect(commands.length).toBeGreaterThan(3)
  const [first = [], ...others] = commands
  expect(await runBin(first, { cwd: folder })).toMatchObject({ code: 0 })
  // That the program starts is seen once; the others are run without the seconds that it takes.
  for (const command of others) expect(await runIn(folder, command)).toMatchObject({ code: 0 })
})

/** As from the folder in which the demonstration was run. */
async function runIn(at: string, words: readonly string[]): Promise<Ran> {
  const placed = words.map((word) => (word.startsWith('out/') ? join(at, word) : word))
  return runHere(placed, { outRoot: join(at, 'out') })
}

test('a sheet as JSON is the sheet that is shown', async () => {
  const { output } = await runHere(['score', join(folder, 'out/qingpu-2021'), '--json'])
  const { sheets } = JSON.parse(output) as { sheets: { centerId: string; score: number; interval: [number, number] }[] }
  expect(sheets).toHaveLength(11)
  for (const { score, interval } of sheets) {
    expect(Number.isInteger(score)).toBe(true)
    expect(interval[0]).toBeLessThanOrEqual(interval[1])
  }
})

/** How fast records are taken in is the machine's, not the seed's. */
function withoutPace(output: string): string {
  return output.replaceAll(/^导入用时.*$/gmu, '')
}
