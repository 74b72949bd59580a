import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BIN, ROOT, runBin } from './run-bin.ts'
import { runHere } from './run-here.ts'
import { expectWellSet } from './well-set.ts'

const NOTICE = join(ROOT, 'notices', 'qingpu-2021', 'notice.txt')
const ESCAPE = '\u001B['

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-output-'))
})
afterAll(() => rm(folder, { recursive: true }))

test.each<[title: string, env: Record<string, string>, isColored: boolean]>([
  ['into a pipe there is no color', {}, false],
  ['with FORCE_COLOR there is', { FORCE_COLOR: '1' }, true],
  ['NO_COLOR wins', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('%s', async (_title, env, isColored) => {
  const { output } = await runBin(['compile', NOTICE], { env })
  expect(output.includes(ESCAPE)).toBe(isColored)
})

test.each<[command: string, given: string[], columns: number]>([
  ['compile', ['compile', NOTICE], 100],
  ['compile', ['compile', NOTICE], 80],
  ['compile', ['compile', NOTICE], 60],
  ['questions', ['questions', NOTICE], 80],
  ['demo', ['demo', '--no-records', '--no-serve'], 120],
])('no line of %s %j is wider than %i columns or begins with closing punctuation', async (_command, given, columns) => {
  const { code, output } = await runHere(given, { columns, outRoot: join(folder, 'out') })
  expect(code).toBe(0)
  expectWellSet(output, columns)
})

test('the columns of the ranking line up, with color and without', async () => {
  for (const isColor of [false, true]) {
    const { output } = await runHere(['demo', '--no-records', '--no-serve'], { isColor, outRoot: join(folder, 'out') })
    const lines = stripVTControlCharacters(output).split('\n')
    const head = lines.findIndex((text) => text.startsWith('名次'))
    const centers = lines.slice(head + 2, head + 13)
    const at = stringWidth((lines[head] ?? '').split('中心')[0] ?? '')
    for (const text of centers) {
      const name = /[\p{Script=Han}]{2,}(?:街道|镇)/u.exec(text)?.[0] ?? ''
      expect(stringWidth(text.split(name)[0] ?? ''), text).toBe(at)
    }
    const dashes = centers.filter((text) => !text.includes('已定')).map((text) => stringWidth(text.split('–')[0] ?? ''))
    expect(new Set(dashes).size).toBeLessThanOrEqual(1)
  }
})

test('the marks of a question stand under what they mean', async () => {
  const { output } = await runHere(['questions', NOTICE])
  const lines = output.split('\n')
  const marks = lines.findIndex((text) => /^ +\^+$/u.test(text))
  const above = lines[marks - 1] ?? ''
  const width = (lines[marks] ?? '').replace(/^ +/u, '').length
  expect(width).toBeGreaterThan(0)
  expect(stringWidth(above)).toBeGreaterThanOrEqual((lines[marks] ?? '').length)
})

test('a reader that goes away early is no error', async () => {
  const child = spawn(process.execPath, [BIN, 'compile', '--json', NOTICE])
  let error = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk))
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, error }).toEqual({ code: 0, error: '' })
})

test('--json and --corpus write nothing else', async () => {
  const json = await runHere(['compile', '--json', NOTICE])
  expect(JSON.parse(json.output)).toMatchObject({ sections: expect.any(Array) as unknown })
  const corpus = await runHere(['compile', '--corpus', NOTICE])
  const lines = corpus.output
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as { id: string })
  expect(lines.map(({ id }) => id)).toEqual(expect.arrayContaining(['1-1', 'doc', 'sections']))
})

test('a rubric written as JSON is no different from its notice', async () => {
  const { output } = await runHere(['compile', '--json', NOTICE])
  await writeFile(join(folder, 'rubric.json'), output)
  expect(await runHere(['diff', join(folder, 'rubric.json'), NOTICE])).toMatchObject({ code: 0, error: '' })
})
