import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { textFiles } from '../documents/text-file.ts'
import { noticeFolders } from './notice-folder.ts'

const archive = noticeFolders(textFiles)
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-folder-'))
  await writeFile(join(folder, 'notice.txt'), '一、服务 (5分)\t1、不到位，查实一例扣1分；')
})
afterEach(() => rm(folder, { recursive: true }))

const year = { version: '甲', from: '2021-01-01', to: '2021-12-31', restDays: ['2021-01-01'], workDays: ['2021-02-07'] }
const answer = {
  questionId: '1.1/once-or-per-occurrence',
  reading: 'once',
  points: '0.5',
  decidedBy: 'assessor',
  decidedOn: '2021-03-10',
  reason: '会议纪要',
}

const terms = { direction: 'deduct', amount: { kind: 'fixed', points: 100 }, per: ['例'], perSpan: null, cap: null }
const correction = {
  clauseId: '1.1.1',
  quote: '不到位，查实一例扣1分',
  read: terms,
  given: { kind: 'price', terms: { ...terms, per: ['人'] } },
  reason: '会议纪要',
  correctedBy: 'assessor',
  correctedOn: '2021-01-10',
}

test('a notice alone is a folder', async () => {
  const empty = {
    corrections: [],
    interpretations: [],
    centers: [],
    calendar: null,
    detections: [],
    coverage: [],
    ledger: null,
  }
  expect(await archive.open(folder)).toMatchObject({ ok: true, value: empty })
})

test('every file of a folder is taken', async () => {
  await put('interpretations.json', [answer])
  await put('corrections.json', [correction])
  await put('centers.json', [{ id: 'a', name: '甲中心' }])
  await put('calendar-2021.json', year)
  await put('calendar-2022.json', { version: '乙', from: '2022-01-01', to: '2022-12-31', restDays: [], workDays: [] })
  await put('coverage.json', [{ clauseId: '1.1.1', inspection: '看窗口' }])
  await mkdir(join(folder, 'detections'))
  await writeFile(join(folder, 'detections', 'late.sql'), '-- 条款：1.1.1\nSELECT 1')
  await writeFile(join(folder, 'detections', 'README.md'), '说明')
  await writeFile(join(folder, 'ledger.jsonl'), '')
  const opened = await archive.open(folder)
  expect(opened).toMatchObject({
    ok: true,
    value: {
      corrections: [correction],
      interpretations: [{ reading: 'once', points: 50 }],
      centers: [{ id: 'a', name: '甲中心' }],
      calendar: { version: '甲；乙', from: '2021-01-01', to: '2022-12-31' },
      detections: [{ name: 'late', text: '-- 条款：1.1.1\nSELECT 1' }],
      coverage: [{ clauseId: '1.1.1', inspection: '看窗口', documents: null }],
      ledger: [],
    },
  })
})

test.each<[title: string, name: string, content: unknown, place: string]>([
  ['a correction of no day', 'corrections.json', [{ ...correction, correctedOn: '2021-02-30' }], '[0].correctedOn'],
  ['a correction to nothing', 'corrections.json', [{ ...correction, given: { kind: 'nothing' } }], '[0].given.kind'],
  ['a center without a name', 'centers.json', [{ id: 'a' }], '[0].name'],
  [
    'a center twice',
    'centers.json',
    [
      { id: 'a', name: '甲' },
      { id: 'a', name: '乙' },
    ],
    '[1].id',
  ],
  ['an id with a space', 'centers.json', [{ id: 'a b', name: '甲' }], '[0].id'],
  ['no list', 'centers.json', {}, '（整个文件）'],
  ['an entry that is text', 'centers.json', ['甲'], '[0]'],
  ['a day that does not exist', 'interpretations.json', [{ ...answer, decidedOn: '2021-02-30' }], '[0].decidedOn'],
  ['points as a number', 'interpretations.json', [{ ...answer, points: 0.5 }], '[0].points'],
  ['a field nobody knows', 'interpretations.json', [{ ...answer, note: '' }], '[0].note'],
  ['coverage of no clause', 'coverage.json', [{ inspection: '看' }], '[0].clauseId'],
  ['coverage that says nothing', 'coverage.json', [{ clauseId: '1.1.1' }], '[0]'],
  ['coverage that is blank', 'coverage.json', [{ clauseId: '1.1.1', inspection: ' ' }], '[0].inspection'],
  ['coverage of a kind nobody knows', 'coverage.json', [{ clauseId: '1.1.1', visit: '看' }], '[0].visit'],
  ['a rest day on a Sunday', 'calendar-2021.json', { ...year, restDays: ['2021-01-03'] }, 'restDays'],
  ['a work day on a Monday', 'calendar-2021.json', { ...year, workDays: ['2021-01-04'] }, 'workDays'],
  ['a day of another year', 'calendar-2021.json', { ...year, restDays: ['2022-01-03'] }, 'restDays、workDays'],
])('%s is refused by its place', async (_title, name, content, place) => {
  await put(name, content)
  expect(await archive.open(folder)).toMatchObject({
    ok: false,
    fault: { code: 'field-wrong', path: join(folder, name), place },
  })
})

test('years with a gap between them are refused', async () => {
  await put('calendar-2021.json', year)
  await put('calendar-2023.json', { version: '丙', from: '2023-01-01', to: '2023-12-31', restDays: [], workDays: [] })
  expect(await archive.open(folder)).toMatchObject({ ok: false, fault: { code: 'field-wrong', place: 'from' } })
})

test('JSON that breaks off is refused by line and column', async () => {
  await writeFile(join(folder, 'centers.json'), '[\n  { "id": "a", }\n]')
  expect(await archive.open(folder)).toMatchObject({
    ok: false,
    fault: { code: 'json-damaged', line: 2, column: 16 },
  })
})

test('a ledger that breaks off is refused with its line', async () => {
  await writeFile(join(folder, 'ledger.jsonl'), '{"seq":1')
  expect(await archive.open(folder)).toMatchObject({ ok: false, fault: { code: 'ledger-damaged' } })
})

test('an empty detection is refused by its path', async () => {
  await mkdir(join(folder, 'detections'))
  await writeFile(join(folder, 'detections', 'late.sql'), '')
  const path = join(folder, 'detections', 'late.sql')
  expect(await archive.open(folder)).toMatchObject({ ok: false, fault: { code: 'file-empty', path } })
})

test('a file where the detections should lie is refused', async () => {
  await writeFile(join(folder, 'detections'), '')
  const path = join(folder, 'detections')
  expect(await archive.open(folder)).toMatchObject({ ok: false, fault: { code: 'folder-is-file', path } })
})

test.each<[title: string, name: string, code: string]>([
  ['no folder', 'missing', 'folder-missing'],
  ['a file for a folder', 'notice.txt', 'folder-is-file'],
  ['a folder without a notice', 'empty', 'folder-without-notice'],
])('%s is refused', async (_title, name, code) => {
  await mkdir(join(folder, 'empty'))
  expect(await archive.open(join(folder, name))).toMatchObject({ ok: false, fault: { code } })
})

test('a deposit can be opened again, and is listed', async () => {
  await put('centers.json', [{ id: 'a', name: '甲中心' }])
  await put('coverage.json', [{ clauseId: '1.1.1', documents: '台账' }])
  await mkdir(join(folder, 'detections'))
  await writeFile(join(folder, 'detections', 'late.sql'), 'SELECT 1')
  const target = join(folder, 'out', 'copy')
  expect(await archive.deposit(folder, target, [])).toMatchObject({ ok: true })
  expect(await archive.open(target)).toMatchObject({
    ok: true,
    value: {
      centers: [{ id: 'a' }],
      detections: [{ name: 'late', text: 'SELECT 1' }],
      coverage: [{ documents: '台账' }],
      ledger: [],
    },
  })
  expect(await archive.list(join(folder, 'out'))).toEqual([target])
})

test('a deposit where nothing can be written is refused', async () => {
  expect(await archive.deposit(folder, join(folder, 'notice.txt', 'x'), [])).toMatchObject({
    ok: false,
    fault: { code: 'folder-not-written' },
  })
})

function put(name: string, content: unknown): Promise<void> {
  return writeFile(join(folder, name), JSON.stringify(content))
}
