import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { id, type CenterId } from '../../core/kernel/identifiers.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import { guessProfile } from '../../core/records/guess-profile.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import { textFiles } from '../documents/text-file.ts'
import { profileFolders } from './profile-folder.ts'

const drafts = profileFolders(textFiles)
const CENTERS = [
  { id: id<CenterId>('east'), name: '东街道' },
  { id: id<CenterId>('west'), name: '西镇' },
]

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-profiles-'))
})
afterEach(() => rm(folder, { recursive: true }))

const HEADER = ['评价编号', '受理单位', '满意度代码', '满意度', '评价渠道', '评价时间', '评价次数', '评价人', '备用']
const ROWS = [
  ['P1', '东街道中心', '1', '非常满意', '3', '2021-03-01 09:30', '1', '张三', ''],
  ['P2', '南镇', '5', '非常不满意', '4', '2021/3/1 9:30', '1', '李四', ''],
]

function guessed(): ImportProfile {
  const said = { id: 'ratings', title: '好差评导出', source: '好差评' }
  const guess = guessProfile(said, { header: HEADER, sample: ROWS, centers: CENTERS, dataSet: null })
  if (!guess) throw new Error('nothing guessed')
  return guess.profile
}

const fileOf = (profile: ImportProfile) => join(folder, 'profiles', `${profile.id}.json`)

test('a draft is read back as it was written, with what is to be said still open', async () => {
  const profile = guessed()
  expect(await drafts.list(folder, CENTERS)).toEqual({ ok: true, value: [] })
  expect(await drafts.write(folder, profile, CENTERS)).toEqual({ ok: true, value: fileOf(profile) })
  expect(drafts.pathOf(folder, profile.id)).toBe(fileOf(profile))
  expect(await drafts.list(folder, CENTERS)).toEqual({ ok: true, value: [profile] })
})

test('what a person reads is Chinese and short: a name where nothing else is to be said', async () => {
  await drafts.write(folder, guessed(), CENTERS)
  const file = JSON.parse(await readFile(join(folder, 'profiles', 'ratings.json'), 'utf8')) as Record<string, unknown>
  expect(file).toMatchObject({
    名称: '好差评导出',
    数据集: '好差评',
    来源: '好差评',
    字段: {
      评价编号: '评价编号',
      被评中心: { 列: '受理单位', 对照: { 东街道中心: '东街道', 南镇: '' } },
      评价渠道: { 列: '评价渠道', 对照: { 3: '', 4: '' } },
      满意度: { 列: '满意度代码', 文字列: '满意度', 对照: { 1: '非常满意', 5: '非常不满意' } },
      评价时间: { 列: '评价时间', 写法: ['YYYY-MM-DD hh:mm', 'YYYY/M/D hh:mm'] },
      评价人: '评价人',
    },
    忽略: ['备用'],
  })
})

test('required fields without a column stand there to be filled in, and until then are not mapped', async () => {
  const { columns, ...rest } = guessed()
  const { attempt: _, ...others } = columns
  await drafts.write(folder, { ...rest, columns: others }, CENTERS)
  const text = await readFile(join(folder, 'profiles', 'ratings.json'), 'utf8')
  expect(text).toContain('"评价次数": ""')
  expect(await drafts.list(folder, CENTERS)).toMatchObject({ ok: true, value: [{ columns: others }] })
  await writeFile(
    join(folder, 'profiles', 'ratings.json'),
    text.replace('"评价次数": ""', '"评价次数": {"固定值": "1"}'),
  )
  const filled = await drafts.list(folder, CENTERS)
  expect(filled.ok && filled.value[0]?.columns['attempt']).toMatchObject({ from: { kind: 'constant', value: '1' } })
})

describe('a profile of every data set', () => {
  test.each(DATA_SETS.map((set) => [set.name, set] as const))(
    '%s, in all that a mapping can say',
    async (name, set) => {
      const columns: ImportProfile['columns'] = Object.fromEntries(
        set.fields.map(({ name: field, kind, personal }, at) => [
          field,
          {
            from: at % 5 === 4 ? { kind: 'constant', value: 'x' } : { kind: 'column', header: `列${at}` },
            values:
              kind.kind === 'center'
                ? { 东街道: 'east', 西镇: 'west', 东: 'east', 南镇: 'elsewhere', '*': at % 2 === 0 ? 'elsewhere' : '' }
                : kind.kind === 'code'
                  ? { 1: 'nonsense', __proto__x: '' }
                  : null,
            labelColumn: kind.kind === 'code' ? `文字${at}` : null,
            forms: kind.kind === 'date' || kind.kind === 'time' ? ['YYYYMMDD', 'YYYY/M/D'] : null,
            privacy: personal === null ? 'keep' : at % 2 === 0 ? 'drop' : 'mask',
          },
        ]),
      )
      const profile: ImportProfile = { id: name, title: set.chinese, dataSet: name, source: 's', columns, ignored: [] }
      expect(await drafts.write(folder, profile, CENTERS)).toMatchObject({ ok: true })
      expect(await drafts.list(folder, CENTERS)).toEqual({ ok: true, value: [profile] })
    },
  )
})

test.each<[title: string, change: (file: Record<string, never>) => unknown, place: string]>([
  ['no object', () => [], ''],
  ['a key nobody knows', (file) => ({ ...file, 备注: 'x' }), '备注'],
  ['a data set nobody knows', (file) => ({ ...file, 数据集: '天气' }), '数据集'],
  ['no title', (file) => ({ ...file, 名称: undefined }), '名称'],
  ['a field of another set', (file) => ({ ...file, 字段: { 天气: '天气' } }), '字段.天气'],
  ['a column that is a number', (file) => ({ ...file, 字段: { 评价编号: 3 } }), '字段.评价编号'],
  [
    'both a column and a constant',
    (file) => ({ ...file, 字段: { 评价编号: { 列: 'a', 固定值: 'b' } } }),
    '字段.评价编号',
  ],
  ['neither', (file) => ({ ...file, 字段: { 评价编号: {} } }), '字段.评价编号'],
  [
    'a way of writing dates that is none',
    (file) => ({ ...file, 字段: { 评价时间: { 列: 'a', 写法: ['D/M/YYYY'] } } }),
    '字段.评价时间.写法',
  ],
  [
    'a meaning that is a number',
    (file) => ({ ...file, 字段: { 满意度: { 列: 'a', 对照: { 1: 5 } } } }),
    '字段.满意度.对照',
  ],
  [
    'a privacy that is none',
    (file) => ({ ...file, 字段: { 评价人: { 列: 'a', 个人信息: '公开' } } }),
    '字段.评价人.个人信息',
  ],
  ['a list that is a text', (file) => ({ ...file, 忽略: '备用' }), '忽略'],
])('%s is refused with its place', async (_title, change, place) => {
  const profile = guessed()
  await drafts.write(folder, profile, CENTERS)
  const file = JSON.parse(await readFile(fileOf(profile), 'utf8')) as Record<string, never>
  await writeFile(fileOf(profile), JSON.stringify(change(file)))
  expect(await drafts.list(folder, CENTERS)).toMatchObject({ ok: false, fault: { code: 'field-wrong', place } })
})

test('a file that breaks off is refused with its line', async () => {
  await mkdir(join(folder, 'profiles'))
  await writeFile(join(folder, 'profiles', 'a.json'), '{\n "名称": ')
  expect(await drafts.list(folder, CENTERS)).toMatchObject({ ok: false, fault: { code: 'json-damaged', line: 2 } })
})

test('a folder that cannot be written is told', async () => {
  await writeFile(join(folder, 'profiles'), '')
  expect(await drafts.write(folder, guessed(), CENTERS)).toMatchObject({
    ok: false,
    fault: { code: 'folder-not-written' },
  })
})
