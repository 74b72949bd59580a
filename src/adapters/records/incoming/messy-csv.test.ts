import * as fc from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWhole } from '../../../../test/records/read-prepared.ts'
import { ENCODERS } from '../../../../test/records/table-forms.ts'
import { csvReader } from './csv-records.ts'
import { rowsExplained } from '../../../../test/records/rows-explained.ts'
import { prepareFile } from './prepare-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incoming-'))
})
afterAll(() => rm(folder, { recursive: true }))

const watch = { onProgress: () => undefined, signal: null }

async function prepare(content: string | Uint8Array) {
  const path = join(folder, 'messy.csv')
  await writeFile(path, content)
  const prepared = await prepareFile(path, 'messy.csv', folder, watch)
  if (!prepared.ok) throw new Error(prepared.refusal.message)
  return prepared.value
}

const mess = fc
  .array(fc.constantFrom('中', 'a,', ',', '"', '\n', '\r\n', '\r', ' ', '"x",', '""', '"y\nz"', 'a,b\n', ',\n'), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''))

test('what DuckDB does not take is explained, what it takes is not, and each record is found in its row', async () => {
  await fc.assert(
    fc.asyncProperty(mess, fc.constantFrom('utf-8', 'gb18030'), async (middle, encoding) => {
      const content = `编号,中心\n甲,乙\n${middle}\n丙,丁\n`
      const path = join(folder, 'messy.csv')
      await writeFile(path, ENCODERS[encoding](content))
      const prepared = await prepareFile(path, 'messy.csv', folder, watch)
      if (!prepared.ok) return expect(prepared.refusal.code).toBe('file-damaged')
      const rows = await readWhole(prepared.value)
      const faults = await rowsExplained(prepared.value, 'messy.csv', folder)
      expect(rows === null).toBe(!faults.ok || faults.value.length > 0)
      const reader = csvReader(',')
      const records = [...reader.add(content), ...reader.end()]
      for (const [index, cells] of (rows ?? []).entries()) {
        const record = records[prepared.value.rowOf(index) - 1]
        if (record?.quotes === 'whole') expect(record.cells.slice(0, 2)).toEqual(cells)
      }
      await prepared.value.discard()
    }),
    { numRuns: 150 },
  )
}, 120_000)

test.each<[what: string, content: string | Uint8Array, row: number]>([
  ['nothing between', '编号,中心\n甲,乙\n丙,丁\n', 3],
  ['a line break within quotes', '编号,中心\n甲,"乙\r\n\n乙"\n丙,丁\n', 3],
  ['blank lines between', '编号,中心\n甲,乙\n\n \n丙,丁\n', 5],
  ['rows of commas and empty quotes between', '编号,中心\r\n甲,乙\r\n,\r\n"",""\r\n丙,丁\r\n', 5],
  ['blank lines before the header', '\n\n编号,中心\n甲,乙\n丙,丁\n', 5],
  ['a line that names the delimiter', 'sep=;\r\n编号;中心\r\n甲;乙\r\n丙;丁\r\n', 3],
  ['line ends of three kinds', '编号,中心\n甲,乙\r\n丙,丁\r', 3],
  ['no line end at the end', '编号,中心\n甲,乙\n丙,丁', 3],
  ['what DOS puts at the end', '编号,中心\r\n甲,乙\r\n丙,丁\r\n\u001a', 3],
  ['a delimiter too many in each line', '编号,中心,\n甲,乙,\n\n丙,丁,\n', 4],
  ['GB 18030 with blank lines', ENCODERS.gb18030('编号,中心\r\n\r\n甲,乙\r\n\r\n丙,丁\r\n'), 5],
  ['ids that are wrapped as formulas', '编号,中心\n="甲",乙\n\n"=""丙""",丁\n', 4],
  ['a semicolon among many commas of the header', '编号,"中心;街道;镇"\n甲,乙;乙\n丙,丁\n', 3],
])('with %s the second record is found in its row', async (_what, content, row) => {
  const prepared = await prepare(content)
  const rows = await readWhole(prepared)
  expect(rows?.map(([id]) => id)).toEqual(['甲', '丙'])
  expect(prepared.rowOf(1)).toBe(row)
  expect(prepared.look.sample.length).toBe(2)
  await prepared.discard()
})

test('a row whose first cell is nothing but a quote is not blank', async () => {
  const prepared = await prepare('编号,中心\n\n"""",\n丙,丁\n')
  expect(await readWhole(prepared)).toEqual([
    ['"', ''],
    ['丙', '丁'],
  ])
})

test('a table of more than one piece is read where it lies, or made tidy, with the rows that it has', async () => {
  const lines = Array.from({ length: 60_000 }, (_line, at) => `${at},"夏阳街道，第 ${at} 件","很满意"`)
  const plain = `编号,中心,备注\n${lines.join('\n')}\n`
  expect(plain.length).toBeGreaterThan(1 << 20)
  for (const [content, isCopied] of [
    [plain, false],
    [plain.replaceAll('\n', '\r\n'), false],
    [`${plain}\n\n`, true],
    [ENCODERS.gb18030(plain), true],
  ] as const) {
    const prepared = await prepare(content)
    expect(prepared.table.path !== join(folder, 'messy.csv')).toBe(isCopied)
    const rows = await readWhole(prepared)
    expect(rows?.length).toBe(60_000)
    expect(rows?.[59_999]).toEqual(['59999', '夏阳街道，第 59999 件', '很满意'])
    expect(prepared.rowOf(59_999)).toBe(60_001)
    await prepared.discard()
  }
})
