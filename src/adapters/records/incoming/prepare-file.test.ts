import { appendFileSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPrepared } from '../../../../test/records/read-prepared.ts'
import { ENCODERS, runDuckDb } from '../../../../test/records/table-forms.ts'
import { sheetRow, workbookOf } from '../../../../test/records/workbook-samples.ts'
import type { ImportProgress } from '../../../app/ports/record-store.ts'
import type { FaultyRow } from './faulty-rows.ts'
import { INCOMING_LIMITS, type IncomingLimits } from './incoming-limits.ts'
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
const CSV = '编号,中心\n1,夏阳\n2,盈浦\n'

async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'file')
  await writeFile(path, content)
  return path
}

test('a UTF-8 CSV is read where it lies, and is what it is called only in messages', async () => {
  const path = await fileOf(`\ufeff${CSV}`)
  const prepared = await prepareFile(path, '三月.xlsx', work, watch)
  expect(prepared).toMatchObject({
    ok: true,
    value: {
      look: {
        kind: 'csv',
        encoding: 'utf-8',
        header: ['编号', '中心'],
        sample: [
          ['1', '夏阳'],
          ['2', '盈浦'],
        ],
      },
      table: { kind: 'csv', path, delimiter: ',' },
    },
  })
  expect(await readdir(work)).toEqual([])
})

test('values of Parquet read as text: days, times in Shanghai, numbers without a point where they are whole', async () => {
  const path = join(folder, 'typed.parquet')
  await runDuckDb(
    `COPY (SELECT 'a''b' AS "编号", 7::BIGINT AS "次数", 7.0::DOUBLE AS "个数", 0.5::DOUBLE AS "分", 'nan'::DOUBLE AS "无", 12.50::DECIMAL(8, 2) AS "额",
      true AS "是", DATE '2021-03-01' AS "日", TIMESTAMP '2021-03-01 09:30:00.5' AS "时", TIMESTAMPTZ '2021-03-01 01:30:00+00' AS "刻", NULL::VARCHAR AS "空")
     TO '${path}' (FORMAT parquet)`,
  )
  const prepared = await prepareFile(path, 'typed.parquet', work, watch)
  if (!prepared.ok) throw new Error(prepared.refusal.message)
  const row = [
    "a'b",
    '7',
    '7',
    '0.5',
    '',
    '12.50',
    'true',
    '2021-03-01',
    '2021-03-01 09:30:00',
    '2021-03-01 09:30:00',
    '',
  ]
  expect(await readPrepared(prepared.value)).toEqual([row])
  expect(prepared.value.look).toMatchObject({ kind: 'parquet', encoding: null, sample: [row] })
  expect(prepared.value.rowOf(0)).toBe(1)
})

test('digits of JSON numbers are kept, null is empty, and a record counts by its line', async () => {
  const path = await fileOf(
    '\ufeff{"编号":310118199001011234,"分":1.50,"是":true}\r\n\r\n{"备注":"一\\n\\"二\\"","编号":"null","分":null}',
  )
  const prepared = await prepareFile(path, 'a.jsonl', work, watch)
  if (!prepared.ok) throw new Error(prepared.refusal.message)
  expect(prepared.value.look.header).toEqual(['编号', '分', '是', '备注'])
  expect(await readPrepared(prepared.value)).toEqual([
    ['310118199001011234', '1.50', 'true', ''],
    ['null', '', '', '一\n"二"'],
  ])
  expect(prepared.value.rowOf(1)).toBe(3)
  await prepared.value.discard()
})

const filled = sheetRow(1, ['编号', '中心']) + sheetRow(2, ['1', '夏阳'.repeat(50)])

test.each<[what: string, content: string | Uint8Array, limits: Partial<IncomingLimits>, says: string]>([
  ['a CSV', CSV, { fileBytes: 10 }, '上限 1 MB'],
  ['a workbook', workbookOf([{ name: '一', rows: filled }]), { workbookBytes: 10 }, '上限 1 MB'],
  ['an inflated workbook', workbookOf([{ name: '一', rows: filled }]), { inflatedBytes: 500 }, '解压后太大'],
  [
    'the text of a workbook',
    workbookOf([{ name: '一', rows: filled }], { strings: [`<t>${'文'.repeat(99)}</t>`] }),
    { sharedCharacters: 50 },
    '文字太多',
  ],
  ['columns', Array.from({ length: 1001 }, (_name, at) => `列${at}`).join(',') + '\n1\n', {}, '有 1001 列'],
])('%s beyond the limit is refused', async (_what, content, limits, says) => {
  const outcome = await prepareFile(await fileOf(content), 'a', work, watch, { ...INCOMING_LIMITS, ...limits })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'file-too-large' } })
  expect(!outcome.ok && outcome.refusal.message).toContain(says)
  expect(await readdir(work)).toEqual([])
})

test('a large JSON array is to become JSON lines', async () => {
  const limits = { ...INCOMING_LIMITS, arrayBytes: 10 }
  const outcome = await prepareFile(await fileOf('[{"编号":1},{"编号":2}]'), 'a.json', work, watch, limits)
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'file-unknown-kind' } })
})

test('nothing, a folder and a device are told from a file', async () => {
  expect(await lookAtFile(join(folder, 'none'), 'a')).toMatchObject({ refusal: { code: 'file-missing' } })
  expect(await lookAtFile(folder, 'a')).toMatchObject({ refusal: { code: 'file-unknown-kind' } })
  expect(await lookAtFile('/dev/null', 'a')).toMatchObject({ refusal: { code: 'file-unknown-kind' } })
})

test('a work folder that is not there is the store’s fault, not the file’s', async () => {
  const path = await fileOf(ENCODERS.gb18030(CSV))
  const outcome = await prepareFile(path, 'a.csv', join(work, 'none'), watch)
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'store-unreachable' } })
})

test('rows at fault are all told, with their cells, and left out of the table', async () => {
  const lines = Array.from(
    { length: 3000 },
    (_line, at) => `{"编号":${at},"人":${at % 2 === 0 ? '"甲\u2028乙"' : '{"名":1}'}}\n`,
  )
  const prepared = await prepareFile(await fileOf(lines.join('')), 'a.jsonl', work, watch)
  if (!prepared.ok) throw new Error(prepared.refusal.message)
  const { faulty, discard } = prepared.value
  const told: FaultyRow[] = []
  for await (const row of faulty.read()) told.push(row)
  expect([faulty.count, told.length, (await readPrepared(prepared.value)).length]).toEqual([1500, 1500, 1500])
  expect(told.at(-1)).toMatchObject({ row: 3000, cells: ['2999', ''], faults: [{ row: 3000, code: 'value-nested' }] })
  await discard()
  expect(await readdir(work)).toEqual([])
})

test('a cell at fault is told with the row that it stands in', async () => {
  const rows = sheetRow(1, ['编号', '中心']) + sheetRow(2, ['甲\u2028乙', { xml: '<c t="e"><v>#N/A</v></c>' }])
  const prepared = await prepareFile(await fileOf(workbookOf([{ name: '一', rows }])), 'a.xlsx', work, watch)
  if (!prepared.ok) throw new Error(prepared.refusal.message)
  for await (const row of prepared.value.faulty.read())
    expect(row).toMatchObject({
      row: 2,
      cells: ['甲\u2028乙', '#N/A'],
      faults: [{ column: '中心', code: 'cell-error' }],
    })
  expect(prepared.value.faulty.count).toBe(1)
  await prepared.value.discard()
})

test('a person can stop, and nothing is left', async () => {
  const stop = new AbortController()
  const path = await fileOf(ENCODERS.gb18030(CSV + '3,赵巷\n'.repeat(400_000)))
  const stopped = { onProgress: () => stop.abort(), signal: stop.signal }
  expect(await prepareFile(path, 'a.csv', work, stopped)).toMatchObject({ refusal: { code: 'import-stopped' } })
  expect(await readdir(work)).toEqual([])
})

test('progress goes on from nothing to the whole file', async () => {
  const path = await fileOf(ENCODERS.gb18030(CSV + '3,赵巷\n'.repeat(400_000)))
  const seen: ImportProgress[] = []
  const prepared = await prepareFile(path, 'a.csv', work, { onProgress: (one) => seen.push(one), signal: null })
  expect(prepared.ok && prepared.value.look.bytes).toBe(seen[0]?.total)
  expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).sort((one, other) => one - other))
  if (prepared.ok) await prepared.value.discard()
})

test('a file that is written over while it is read is refused', async () => {
  const path = await fileOf(CSV)
  utimesSync(path, 0, 0)
  const outcome = await prepareFile(path, 'a.csv', work, { onProgress: () => writeFileSync(path, CSV), signal: null })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'file-changed' } })
})

test('a file that grows while it is read is refused', async () => {
  const path = await fileOf(CSV)
  let hasGrown = false
  const grow = () => {
    if (!hasGrown) appendFileSync(path, '3,赵巷\n')
    hasGrown = true
  }
  const outcome = await prepareFile(path, 'a.csv', work, { onProgress: grow, signal: null })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'file-changed' } })
})
