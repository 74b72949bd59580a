import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXIT_CODES } from '../../src/cli/exit-codes.ts'
import { runBin } from './run-bin.ts'
import { runHere } from './run-here.ts'

const NOTICE = '考核评分细则（2021年）\n一、服务事项 (5分)\n1、工作人员没有到岗到位，查实一例扣1分；\n'
const DEARER = NOTICE.replace('扣1分', '扣2分')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-cli-'))
  const files: Record<string, string | Uint8Array> = {
    'notice.txt': NOTICE,
    'same.txt': `\n${NOTICE}`,
    'dearer.txt': DEARER,
    'empty.txt': '',
    'blank.txt': ' \n\u3000\n',
    'binary.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00]),
    'word.docx': 'PK\u0003\u0004....word/document.xml',
    'paper.pdf': '%PDF-1.7\n',
    'damaged.txt': Buffer.from(NOTICE).subarray(0, -2),
    'letter.txt': '关于召开会议的通知\n请各单位准时参加。\n',
    'damaged.json': '{ "id": "a", ',
    'other.json': '{ "id": "a" }',
    'huge.txt': '',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  await truncate(join(folder, 'huge.txt'), 21 * 1024 * 1024)
})
afterAll(() => rm(folder, { recursive: true }))

const { ok, found, usage, input } = EXIT_CODES

test.each<[title: string, given: string[], code: number, error: string]>([
  ['nothing asked for: help', [], ok, ''],
  ['help', ['--help'], ok, ''],
  ['help of a command', ['help', 'score'], ok, ''],
  ['a notice', ['compile', 'notice.txt'], ok, ''],
  ['its questions', ['questions', 'notice.txt'], ok, ''],
  ['the same rules', ['diff', 'notice.txt', 'same.txt'], ok, ''],
  ['other rules', ['diff', 'notice.txt', 'dearer.txt'], found, ''],
  ['a command that is none', ['compiel', 'notice.txt'], usage, '没有命令“compiel”'],
  ['a command that is none and unlike any', ['审核'], usage, '没有命令“审核”'],
  ['an option that is none', ['compile', '--xml', 'notice.txt'], usage, '没有选项“--xml”'],
  ['a missing argument', ['compile'], usage, '缺少参数 FILE'],
  ['an argument too many', ['compile', 'a', 'b'], usage, '参数多了'],
  ['an option without its value', ['score', '.', '--as-of'], usage, '后面要有一个值'],
  ['a day that does not exist', ['score', '.', '--as-of', '2021-02-30'], usage, '不是日期'],
  ['a seed that is none', ['demo', '--seed', 'x'], usage, '种子“x”'],
  ['a missing file', ['compile', 'none.txt'], input, '找不到文件“none.txt”'],
  ['a folder with a notice', ['compile', '.'], ok, ''],
  ['a folder for a file', ['diff', '.', 'notice.txt'], input, '是文件夹，不是文件'],
  ['an empty file', ['compile', 'empty.txt'], input, '空文件'],
  ['a blank file', ['compile', 'blank.txt'], input, '只有空白'],
  ['a picture', ['compile', 'binary.txt'], input, '不是文本文件'],
  ['a Word file that is cut off', ['compile', 'word.docx'], input, 'Word（.docx） 文件，但已经损坏'],
  ['a PDF that is cut off', ['compile', 'paper.pdf'], input, 'PDF 文件，但已经损坏'],
  ['a damaged file', ['compile', 'damaged.txt'], input, '无法识别的字符'],
  ['a huge file', ['compile', 'huge.txt'], input, '超过 20 MB'],
  ['a letter without clauses', ['compile', 'letter.txt'], input, '没有读到任何计分条款'],
  ['JSON that breaks off', ['diff', 'notice.txt', 'damaged.json'], input, '不是完整的 JSON'],
  ['JSON that is no rubric', ['diff', 'other.json', 'notice.txt'], input, '不是本程序生成的细则'],
  ['a folder without a ledger', ['score', '.'], input, '没有台账'],
  ['a folder that is a file', ['score', 'notice.txt'], input, '是文件，不是文件夹'],
  ['a folder that is missing', ['score', 'none'], input, '找不到文件夹'],
])('%s ends with its code and says why', async (_title, given, code, error) => {
  const placed = given.map((word) => (/^(?:none|\.|.+\.\w+)$/u.test(word) ? join(folder, word) : word))
  // Wide enough for a temporary folder of any name: a sentence is looked for in one piece.
  const ran = await runHere(placed, { columns: 1000 })
  expect(ran.code).toBe(code)
  expect(ran.error.replaceAll(/\n */gu, '').replaceAll(`${folder}/`, '')).toContain(error)
  expect(ran.error).not.toMatch(/at .*\.ts:\d+/u)
  if (code === ok && given[0] !== 'diff') expect(ran.output).not.toBe('')
})

test.each<[given: string[], code: number, error: string]>([
  [['compile', 'notice.txt'], ok, ''],
  [['diff', 'notice.txt', 'dearer.txt'], found, ''],
  [['compile', '--xml', 'notice.txt'], usage, '没有选项“--xml”'],
  [['compile', 'none.txt'], input, '找不到文件“none.txt”'],
])('the program itself, %j, ends with %i', async (given, code, error) => {
  const ran = await runBin(given, { cwd: folder })
  expect(ran.code).toBe(code)
  expect(ran.error).toContain(error)
})

test('help lists every code that the program ends with', async () => {
  const { output } = await runHere(['--help'])
  for (const code of Object.values(EXIT_CODES)) expect(output).toMatch(new RegExp(`^ +${code}  `, 'mu'))
})
