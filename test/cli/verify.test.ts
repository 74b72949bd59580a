import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleOf } from '../fixtures/bundle-of.ts'
import { smallParts } from '../fixtures/small-bundle.ts'
import { center } from '../fixtures/small-ledger.ts'
import { runBin } from './run-bin.ts'
import { runHere } from './run-here.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-verify-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

let code = ''
beforeAll(async () => {
  const whole = await bundleOf(smallParts())
  const files: Record<string, string | Buffer> = {
    'whole.jsonl': whole,
    'own.jsonl': await bundleOf(smallParts('sm3'), { centerId: center }),
    'earlier.jsonl': await bundleOf({ ...smallParts(), events: smallParts().events.slice(0, 9) }),
    'changed.jsonl': whole.replace('照片与排班表一致', '照片与排班表不符'),
    'cut.jsonl': Buffer.from(whole).subarray(0, 12_000),
    'windows.jsonl': whole.replaceAll('\n', '\r\n'),
    'empty.jsonl': '',
    'letter.txt': '各中心：\n请参加会议。\n',
    'picture.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]),
    'later.jsonl': whole.replace('mingheng-bundle/1', 'mingheng-bundle/7'),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content)
  const { output } = await runHere(['verify', at('earlier.jsonl'), '--json'])
  const { sheets } = JSON.parse(output) as { sheets: { centerId: string; code: string }[] }
  code = sheets.find(({ centerId }) => centerId === center)?.code ?? ''
})

test.each<[file: string, code: number, says: string]>([
  ['whole.jsonl', 0, '结论：全部成立'],
  ['own.jsonl', 0, '5 条记录只附摘要'],
  ['changed.jsonl', 1, '第 10 号记录：内容与它的摘要不符'],
  ['cut.jsonl', 1, '没有最后的封记'],
  ['windows.jsonl', 3, '不是明衡导出的证明文件'],
  ['empty.jsonl', 3, '空文件'],
  ['letter.txt', 3, '不是明衡导出的证明文件'],
  ['picture.png', 3, '不是明衡导出的证明文件'],
  ['later.jsonl', 3, '由更新的版本导出'],
  ['none.jsonl', 3, '找不到文件'],
  ['.', 3, '是文件夹'],
])('verify %s ends with %i', async (file, ending, says) => {
  const ran = await runHere(['verify', at(file)])
  expect(ran.code).toBe(ending)
  expect((ran.output + ran.error).replaceAll(/\n */gu, '')).toContain(says)
  if (ending === 3) expect(ran.output).toBe('')
})

describe('what was kept from earlier', () => {
  test.each<[title: string, given: () => string[], ending: number, says: string]>([
    ['a code', () => ['--code', code], 0, '第 9 号记录之后的得分表'],
    ['a code as it is typed', () => ['--code', code.toLowerCase().replaceAll('-', ' ')], 0, '从那时起没有被改写'],
    ['a code with its center', () => ['--code', code, '--center', center], 0, '夏阳街道'],
    ['a code of another center', () => ['--code', code, '--center', 'yingpu'], 1, '核验码对不上'],
    ['a code with a slip', () => ['--code', `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`], 1, '有没有抄错'],
    ['no code at all', () => ['--code', 'ABCD'], 2, '不是核验码'],
    ['a head that was not', () => ['--head', 'a'.repeat(64)], 1, '历史被改写过'],
    ['no head at all', () => ['--head', 'abc'], 2, '不是台账摘要'],
  ])('%s', async (_title, given, ending, says) => {
    const ran = await runHere(['verify', at('whole.jsonl'), ...given()])
    expect(ran.code).toBe(ending)
    expect((ran.output + ran.error).replaceAll(/\n */gu, '')).toContain(says)
  })
})

test.each([60, 100])('no line of any outcome is wider than %i columns', async (columns) => {
  for (const file of ['whole.jsonl', 'own.jsonl', 'changed.jsonl', 'cut.jsonl', 'empty.jsonl']) {
    const { output, error } = await runHere(['verify', at(file)], { columns })
    for (const line of (output + error).replaceAll(folder, '').split('\n'))
      expect(stringWidth(line)).toBeLessThanOrEqual(columns)
  }
})

test('files of evidence that are not there are told, and those that are something else', async () => {
  const empty = mkdtempSync(join(folder, 'files-'))
  writeFileSync(join(empty, `${'a'.repeat(64)}.jpg`), 'not it')
  writeFileSync(join(empty, 'other.txt'), 'something')
  const ran = await runHere(['verify', at('whole.jsonl'), '--evidence', empty])
  expect(ran.code).toBe(1)
  expect(ran.output).toContain('清单 2 个：0 个相符，2 个没有找到，1 个内容不同；另有 1 个文件不在清单里')
  expect((await runHere(['verify', at('whole.jsonl'), '--evidence', at('nowhere')])).code).toBe(3)
})

describe('a bundle of an assessment folder', () => {
  beforeAll(async () => {
    await runHere(['demo', '--no-records', '--no-serve'], { outRoot: at('out') })
  })

  test.each<[title: string, given: string[]]>([
    ['whole', []],
    ['by SM3', ['--sm3']],
    ["a center's own part", ['--center', 'xiayang']],
  ])('%s holds, and is never written over', async (title, given) => {
    const out = at(`${title.length}.jsonl`)
    expect(await runHere(['export', at('out/qingpu-2021'), '--out', out, ...given])).toMatchObject({
      code: 0,
      error: '',
    })
    const before = readFileSync(out, 'utf8')
    expect(await runHere(['verify', out])).toMatchObject({ code: 0, error: '' })
    expect((await runHere(['export', at('out/qingpu-2021'), '--out', out])).code).toBe(3)
    expect(readFileSync(out, 'utf8')).toBe(before)
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  test("a center's own part names no other center", async () => {
    const out = at('named.jsonl')
    await runHere(['export', at('out/qingpu-2021'), '--center', 'xiayang', '--out', out])
    const entries = readFileSync(out, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"kind":"entry"') || line.includes('"kind":"sheet"'))
      .join('\n')
    for (const { id, name } of centersIn(at('out/qingpu-2021/centers.json')))
      if (id === 'xiayang') expect(entries).toContain(name)
      else {
        expect(entries).not.toContain(`"${id}"`)
        expect(entries).not.toContain(name)
      }
  })

  test.each<[title: string, given: string[], ending: number]>([
    ['a center that is not there', ['--center', 'nowhere'], 2],
    ['a place that is not there', ['--out', at('none/a.jsonl')], 3],
  ])('%s is refused and leaves nothing', async (_title, given, ending) => {
    const ran = await runHere(['export', at('out/qingpu-2021'), '--out', at('refused.jsonl'), ...given])
    expect(ran.code).toBe(ending)
    expect(readdirSync(folder).filter((name) => name.includes('refused'))).toEqual([])
  })

  test('the program itself exports and verifies', async () => {
    const exported = await runBin(['export', 'out/qingpu-2021', '--out', 'bin.jsonl'], { cwd: folder })
    expect(exported).toMatchObject({ code: 0, error: '' })
    expect(await runBin(['verify', 'bin.jsonl'], { cwd: folder })).toMatchObject({ code: 0, error: '' })
    expect(await runBin(['verify', 'changed.jsonl'], { cwd: folder })).toMatchObject({ code: 1, error: '' })
  })
})

function centersIn(path: string): { id: string; name: string }[] {
  return JSON.parse(readFileSync(path, 'utf8')) as { id: string; name: string }[]
}
