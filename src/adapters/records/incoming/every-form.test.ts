import * as fc from 'fast-check'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPrepared } from '../../../../test/records/read-prepared.ts'
import {
  csvForm,
  ENCODERS,
  jsonArrayForm,
  jsonLinesForm,
  parquetForm,
  workbookForm,
  type Table,
  type TableForm,
} from '../../../../test/records/table-forms.ts'
import { lookAtFile } from './look-at-file.ts'
import { prepareFile } from './prepare-file.ts'

let folder: string
let work: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incoming-'))
  work = await mkdtemp(join(tmpdir(), 'incoming-work-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await rm(work, { recursive: true })
})

const watch = { onProgress: () => undefined, signal: null }

async function readBack(form: TableForm, table: Table) {
  const path = join(folder, 'table')
  await form.write(path, table)
  const prepared = await prepareFile(path, '表', work, watch)
  if (!prepared.ok) throw new Error(`${form.name}: ${prepared.refusal.message}`)
  const looked = await lookAtFile(path, '表')
  expect(looked).toEqual({ ok: true, value: prepared.value.look })
  const rows = await readPrepared(prepared.value)
  await prepared.value.discard()
  expect(await readdir(work)).toEqual([])
  return { ...prepared.value, rows }
}

const words = [
  '夏阳街道',
  '办件',
  '很满意',
  '一网通办',
  'A',
  '0',
  '2021-03-01',
  ' ',
  ',',
  ';',
  '\t',
  '"',
  '""',
  '\n',
  '；',
  '，',
  "'",
  '\\',
  'sep=,',
  '{',
  '<',
  'é',
  '　',
]
const cell = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((parts) => parts.join(''))
const key = fc
  .array(fc.constantFrom('办', '件', '1', '2', 'x'), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''))
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(
      fc.tuple(key, fc.array(cell, { minLength: width, maxLength: width })).map(([first, rest]) => [first, ...rest]),
      { minLength: 1, maxLength: 12 },
    ),
  )
  .map((rows) => [['办件编号', '中心名称', '评价 渠道', '备注', '满意度', '时间'].slice(0, rows[0]?.length), ...rows])

const csv = fc
  .record({
    encoding: fc.constantFrom(...(Object.keys(ENCODERS) as (keyof typeof ENCODERS)[])),
    delimiter: fc.constantFrom(',', '\t', ';'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    quotes: fc.constantFrom('needed', 'all'),
    blanks: fc.boolean(),
    isEnded: fc.boolean(),
    saysDelimiter: fc.boolean(),
  })
  .map(csvForm)

const form = fc.oneof(
  { weight: 6, arbitrary: csv },
  fc.constantFrom(workbookForm(true), workbookForm(false), jsonLinesForm, jsonArrayForm, parquetForm),
)

test('a table reads back the same from every form, looked at and prepared', async () => {
  await fc.assert(
    fc.asyncProperty(form, table, async (form, [header = [], ...rows]) => {
      const read = await readBack(form, [header, ...rows])
      expect(read.rows).toEqual(rows)
      expect(read.look.header).toEqual(header)
    }),
    { numRuns: 80 },
  )
}, 120_000)
