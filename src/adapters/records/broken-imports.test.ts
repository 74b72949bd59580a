import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  asked,
  here,
  imported,
  rating,
  RATINGS,
  ratingsFile,
  refusedFile,
  stampOf,
  UNWATCHED,
} from '../../../test/conformance/record-samples.ts'
import { valued } from '../../../test/conformance/valued.ts'
import { BROKEN_FILES } from '../../../test/records/broken/broken-files.ts'
import { BROKEN_VALUES } from '../../../test/records/broken/broken-values.ts'
import { inGb18030 } from '../../../test/records/gb18030.ts'
import { sheetRow, workbookOf } from '../../../test/records/workbook-samples.ts'
import type { RecordStore } from '../../app/ports/record-store.ts'
import type { FieldMapping, ImportProfile } from '../../core/records/import-profile.ts'
import { csvLine } from './incoming/csv-line.ts'
import { csvReader } from './incoming/csv-records.ts'
import { lookAtFile } from './incoming/look-at-file.ts'
import { openRecordStore, type OpenRecords } from './open-record-store.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-broken-'))
let store: OpenRecords
beforeAll(async () => {
  const options = { folder: join(root, 'records'), catalogFile: join(root, 'records.sqlite') }
  store = await valued(openRecordStore({ ...options, memoryMegabytes: 300, threads: 2 }))
  await imported(store.records, ratingsFile([rating('K1'), rating('K2', { 评价时间: '2021-04-02 10:00:00' })]))
})
afterAll(() => {
  store.close()
  rmSync(root, { recursive: true })
})

/** What an import of the file tells: the refusal, or what is wrong with the first row at fault. */
async function toldOf(records: RecordStore, path: string, importId: string) {
  const profile = await profileFor(path)
  const outcome = await records.importFile(
    here,
    asked(path, { fileName: '三月.csv', profile }),
    { ...stampOf(), importId },
    UNWATCHED,
  )
  if (!outcome.ok) return { ...outcome.refusal, errors: null }
  if (outcome.value.kind === 'imported') return { code: 'imported', message: '', errors: null }
  const [fault] = outcome.value.faults
  const message = `第 ${fault?.row} 行 ${fault?.column ?? ''} ${fault?.message}`
  return { code: fault?.code, message, errors: await readFile(outcome.value.errorFile, 'utf8') }
}

/** A profile that takes any header: ratings as they are, and of other files the first column as an id. */
async function profileFor(path: string): Promise<ImportProfile> {
  const look = await lookAtFile(path, '三月.csv')
  const header = look.ok ? look.value.header : ['编号']
  if (header.includes('评价编号')) return RATINGS
  const [first = '编号', ...ignored] = header
  return {
    id: 'any-file',
    title: '任何文件',
    dataSet: 'stations',
    source: 'any',
    columns: {
      record_id: mapping({ kind: 'column', header: first }),
      center_id: mapping({ kind: 'constant', value: 'xiayang' }),
      name: mapping({ kind: 'constant', value: '站' }),
      from_on: { ...mapping({ kind: 'constant', value: '2021-03-01' }), forms: ['YYYY-MM-DD'] },
    },
    ignored,
  }
}

function mapping(from: FieldMapping['from']): FieldMapping {
  return { from, values: null, labelColumn: null, forms: null, privacy: 'keep' }
}

/** Everything that a person or the disk could see of a change, but for what waits to be corrected. */
async function stateOf(records: RecordStore) {
  const files = await readdir(join(root, 'records'), { recursive: true })
  return {
    holdings: await valued(records.holdings(here)),
    imports: await valued(records.imports(here)),
    versions: await valued(records.versions(here, 'ratings', 'city/K1')),
    files: files.filter((name) => name.endsWith('.parquet') && !name.includes('/incoming/')).sort(),
    work: files.filter((name) => name.includes('job_')),
  }
}

const kinds = [...BROKEN_FILES, ...BROKEN_VALUES].map(([kind, make, code, ...contains]) => ({
  kind,
  make,
  code,
  contains,
}))

test.each(kinds)(
  '$kind is told by an import, and leaves everything as it was',
  async ({ kind, make, code, contains }) => {
    const { records } = store
    const before = await stateOf(records)
    const path = join(root, 'broken')
    await writeFile(path, await make())
    const importId = `broken-${kinds.findIndex((one) => one.kind === kind)}`
    const told = await toldOf(records, path, importId)
    expect(told).toMatchObject({ code })
    for (const words of contains) expect(told.message).toContain(words)
    expect(await stateOf(records)).toEqual(before)
    if (told.errors === null) expect(await valued(records.errors(here, importId))).toBeNull()
    else expect(told.errors).toContain(importId)
  },
)

const GOOD = ['1', '站一']
const MENDED = ['2', '站二']

test.each<[kind: string, file: Uint8Array]>([
  ['a CSV with a row too short', Buffer.from('编号,名称\n1,站一\n2\n3,站三\n')],
  ['a CSV with a broken quote, in GB 18030', inGb18030('编号,名称\n\n1,站一\n2,"站"二\n3,站三\n')],
  [
    'a sheet with an error in a cell',
    workbookOf([
      {
        name: '一',
        rows:
          sheetRow(1, ['编号', '名称']) +
          sheetRow(2, GOOD) +
          sheetRow(5, ['2', { xml: '<c t="e"><v>#N/A</v></c>' }]) +
          sheetRow(6, ['3', '站三']),
      },
    ]),
  ],
  [
    'JSON lines with a value within a value',
    Buffer.from('{"编号":1,"名称":"站一"}\n{"编号":2,"名称":["站二"]}\n{"编号":3,"名称":"站三"}\n'),
  ],
])('%s is corrected in its error file, which stands for the whole', async (kind, file) => {
  const { records } = store
  const path = join(root, 'to-correct')
  await writeFile(path, file)
  const any = await profileFor(path)
  const columns = { ...any.columns, name: mapping({ kind: 'column', header: '名称' }) }
  const changed = { profile: { ...any, source: kind.replaceAll(' ', '-'), columns, ignored: [] } }
  const { errorFile } = await refusedFile(records, path, changed)
  const reader = csvReader(',')
  const lines = [...reader.add((await readFile(errorFile, 'utf8')).slice(1)), ...reader.end()].map(({ cells }) => cells)
  expect(lines.length).toBe(2)
  const [header = [], faulty = []] = lines
  await writeFile(path, csvLine(header) + csvLine([...faulty.slice(0, 3), ...MENDED]))
  expect(await imported(records, path, changed)).toMatchObject({ rows: 3, added: 3 })
})
