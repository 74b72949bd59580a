import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../src/adapters/documents/outgoing/workbook/write-workbook.ts'
import type { PictureSource } from '../../src/app/ports/document-writer.ts'
import { paragraph } from '../../src/core/document/document-block.ts'
import { differingCounts } from '../../src/core/document/differing-counts.ts'
import type { DocumentCell, DocumentTable } from '../../src/core/document/document-table.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { pdfText, recalculated, toPdf } from './office-tools.ts'
import { freshSamples, samplePictures } from './sample-documents.ts'
import { scoredDocument, SCORED_FINDINGS } from './scored-document.ts'
import { differing, formulasOf, opened } from './workbook-formulas.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-workbook-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0
const noPictures: PictureSource = () => Promise.resolve(null)

describe('formulas', { timeout: 900_000 }, () => {
  test('LibreOffice computes every figure of every sheet as the document has it', async () => {
    const path = await written(scoredDocument())
    const formulas = formulasOf(await opened(path))
    expect(formulas.size).toBeGreaterThan(60)
    expect(differing(formulas, formulasOf(await opened(await recalculated(path))))).toEqual([])
  })

  test('the same holds where tables go on in further sheets', async () => {
    const path = await written(scoredDocument(), noPictures, 8)
    const book = await opened(path)
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '汇总与排名',
      '各项得分（续1）',
      '查实事项 加扣分',
      '查实事项 加扣分（续1）',
      '查实事项 加扣分（续2）',
      '查实事项 加扣分（2）',
    ])
    expect(differing(formulasOf(book), formulasOf(await opened(await recalculated(path))))).toEqual([])
  })

  test('a figure that is a hundredth off is found, and it alone', async () => {
    const path = await written(withFigureOff(scoredDocument()))
    const wrong = differing(formulasOf(await opened(path)), formulasOf(await opened(await recalculated(path))))
    expect(wrong).toEqual([{ cell: expect.stringContaining('汇总与排名!D'), stood: 18.41, computed: 18.4 }])
  })

  test('who changes a count in the list of findings changes the score, the total and the rank', async () => {
    const path = await written(scoredDocument())
    const book = await opened(path)
    const counted = book.getWorksheet('查实事项 加扣分')?.getCell('D2')
    expect(counted?.value).toBe(SCORED_FINDINGS[0]?.count)
    if (counted) counted.value = 17
    const changed = join(folder, 'changed.xlsx')
    await book.xlsx.writeFile(changed)
    const findings = SCORED_FINDINGS.map((found, i) => (i === 0 ? { ...found, count: 17 } : found))
    const expected = formulasOf(await opened(await written(scoredDocument(findings))))
    const computed = formulasOf(await opened(await recalculated(changed)))
    expect(differing(expected, computed)).toEqual([])
    expect(differing(formulasOf(await opened(path)), computed).length).toBeGreaterThan(5)
  })
})

describe('cells', () => {
  test.each<[given: string, cell: DocumentCell, value: ExcelJS.CellValue, text: string | null]>([
    ['a text that begins as a formula does', words('=1+1'), '=1+1', '@'],
    ['a text that begins with a plus', words('+86 21'), '+86 21', '@'],
    ['a text that begins with a minus', words('-1号'), '-1号', '@'],
    ['a text that begins with an at sign', words('@SUM(A1)'), '@SUM(A1)', '@'],
    ['the number of a clause', words('3.10'), '3.10', '@'],
    ['signs that no cell may hold', words('甲\u0000\u0007乙\uD800丙'), '甲乙\uFFFD丙', null],
    ['whole points', points(1700), 17, 'General;"−"General;General'],
    ['lost points', points(-1750), -17.5, 'General;"−"General;General'],
    ['a gain with its sign', { ...points(25), isSigned: true }, 0.25, '"+"General;"−"General;General'],
    ['a count', { kind: 'count', count: 100_000, formula: null }, 100_000, '0'],
    ['several lines', { kind: 'lines', lines: ['甲', '乙'] }, '甲\n乙', null],
    ['a place to write', { kind: 'blank' }, null, null],
  ])('%s', async (_given, cell, value, format) => {
    const book = await opened(await written(listing([cell])))
    const found = book.worksheets[0]?.getCell(HEAD_ROW + 1, 1)
    expect(found?.value).toEqual(value)
    if (format !== null) expect(found?.numFmt).toBe(format)
  })

  test('a text longer than a cell is cut, and says so', async () => {
    const book = await opened(await written(listing([words('长'.repeat(40_000))])))
    const value = book.worksheets[0]?.getCell(HEAD_ROW + 1, 1).text
    expect(value).toHaveLength(32_767)
    expect(value).toMatch(/^长+……（全文40000字，一格放不下，余下部分见本文件的 Word 或 PDF 格式）$/u)
  })

  test('a cell higher than a row of Excel covers several, and what stands below stands below', async () => {
    const book = await opened(await written(listing([words('高'.repeat(6_000)), words('下一行')])))
    const sheet = book.worksheets[0]
    const high = sheet?.getCell(HEAD_ROW + 1, 1)
    expect(high?.isMerged).toBe(true)
    expect(sheet?.getCell(HEAD_ROW + 2, 1).master.address).toBe(high?.address)
    const heights = sheet?.getRows(1, 12)?.map(({ height }) => height) ?? []
    expect(Math.max(...heights)).toBeLessThanOrEqual(409)
    expect(sheet?.getColumn(1).values).toContain('下一行')
  })
})

describe('the file', () => {
  test('the same document is the same bytes', async () => {
    const [first, second] = [await written(scoredDocument()), await written(scoredDocument())]
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
  })

  test(
    'rows that come in pieces are counted, and the sheets after them can sum them',
    { timeout: 900_000 },
    async () => {
      const path = next()
      const document = streamed(250)
      const result = await writeWorkbook(document, path, noPictures, 100)
      expect(result).toEqual({
        ok: true,
        pages: null,
        rows: [
          { table: 'list', rows: 250 },
          { table: 'sums', rows: 1 },
        ],
      })
      const book = await opened(path)
      expect(book.worksheets.map(({ rowCount }) => rowCount)).toEqual([100 + HEAD_ROW + 5, 101, 51, 2])
      expect(differing(formulasOf(book), formulasOf(await opened(await recalculated(path))))).toEqual([])
    },
  )

  test('it prints on A4 with its head on every page and numbered pages', { timeout: 900_000 }, async () => {
    const path = await written({ ...streamed(120), isLandscape: true })
    const sheet = (await opened(path)).worksheets[0]
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
    const pages = (await pdfText(await toPdf(path))).split('\f').filter((page) => page.includes('名称'))
    expect(pages.length).toBeGreaterThan(2)
    for (const [i, page] of pages.entries()) expect(page.replaceAll(' ', '')).toContain(`—${i + 1}—`)
  })

  test.each(freshSamples())('%s has all its rows', async (_what, document) => {
    const result = await writeWorkbook(document, next(), samplePictures)
    expect(result.ok && differingCounts(document.proof, result.rows)).toEqual([])
  })

  test('pictures stand in their cells, and one that is gone is told', async () => {
    const pictures = ['a', 'gone', 'a'].map((key) => ({ key, caption: `照片${key}`, width: 320, height: 240 }))
    const source: PictureSource = (key) => Promise.resolve(key === 'gone' ? null : PNG)
    const book = await opened(await written(listing([words('无'), { kind: 'pictures', pictures }]), source))
    const sheet = book.worksheets[0]
    const images = sheet?.getImages() ?? []
    expect(images.map(({ range }) => [range.tl.nativeRow, range.tl.nativeCol])).toEqual([
      [HEAD_ROW + 1, 0],
      [HEAD_ROW + 1, 0],
    ])
    expect(book.model.media).toHaveLength(1)
    expect(sheet?.getCell(HEAD_ROW + 2, 1).value).toBe('照片a\n照片gone\n（图片已不在）\n照片a')
  })

  test('no macro, no link to outside', async () => {
    const text = readFileSync(await written(scoredDocument())).toString('latin1')
    expect(text).toContain('xl/workbook.xml')
    expect(text).not.toMatch(/vbaProject|externalLink/u)
  })

  test('a folder that is not there is a fault, and nothing is left', async () => {
    const path = join(folder, 'nowhere', 'a.xlsx')
    const result = await writeWorkbook(scoredDocument(), path, noPictures)
    expect(result).toEqual({ ok: false, fault: { code: 'document-not-written', path, detail: 'ENOENT' } })
  })

  test('a file that is there already is not touched', async () => {
    const path = await written(scoredDocument())
    const before = readFileSync(path)
    const result = await writeWorkbook(streamed(3), path, noPictures)
    expect(result).toMatchObject({ ok: false, fault: { detail: 'EEXIST' } })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('where rows break off, so does the writing, and nothing is left', async () => {
    const path = next()
    const document = streamed(5, () => {
      throw new Error('broken off')
    })
    await expect(writeWorkbook(document, path, noPictures)).rejects.toThrow('broken off')
    expect(existsSync(path)).toBe(false)
  })
})

/** Above it stand two lines of title and a gap. */
const HEAD_ROW = 4

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function words(text: string): DocumentCell {
  return { kind: 'text', text }
}

function points(points: number): DocumentCell & { kind: 'points' } {
  return { kind: 'points', points, formula: null, isSigned: false }
}

function listing(cells: readonly DocumentCell[]): OfficialDocument {
  return withTable({
    ...LIST,
    columns: LIST.columns.slice(0, 1),
    rows: cells.map((cell) => ({ key: null, cells: [cell], height: null })),
  })
}

const LIST: DocumentTable = {
  id: 'list',
  name: '名单',
  hasCaption: false,
  columns: [
    { key: 'name', name: '名称', width: 3, align: 'left' },
    { key: 'points', name: '分', width: 1, align: 'right' },
  ],
  rows: [],
  foot: [],
  isOfficial: true,
}

function withTable(table: DocumentTable): OfficialDocument {
  const { closing: _, ...document } = scoredDocument()
  return {
    ...document,
    closing: null,
    kind: 'finding-list',
    title: ['清单', '二'],
    subtitle: null,
    facts: [],
    blocks: [{ kind: 'table', table }],
    proof: { ...document.proof, counts: [], sentences: ['完'] },
    workings: [],
  }
}

function streamed(count: number, after: () => void = () => {}): OfficialDocument {
  async function* rows() {
    for (let i = 0; i < count; i++) yield { key: null, cells: [words(`第${i}项`), points(i * 25)], height: null }
    await Promise.resolve()
    after()
  }
  const document = withTable({ ...LIST, rows })
  const total = (25 * count * (count - 1)) / 2
  const sum = { op: 'sum-of-column', table: 'list', column: 'points', where: [] } as const
  const sums: DocumentTable = {
    ...LIST,
    id: 'sums',
    name: '合计',
    rows: [{ key: null, cells: [words('合计'), { ...points(total), formula: sum }], height: null }],
  }
  const counts = [
    { table: 'list', rows: count },
    { table: 'sums', rows: 1 },
  ]
  return {
    ...document,
    blocks: [...document.blocks, paragraph('完')],
    proof: { ...document.proof, counts },
    workings: [sums],
  }
}

function withFigureOff(document: OfficialDocument): OfficialDocument {
  let isOff = false
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'table' || block.table.id !== 'scores' || typeof block.table.rows === 'function') return block
    const rows = block.table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        if (isOff || cell?.kind !== 'points') return cell
        isOff = true
        return { ...cell, points: cell.points + 1 }
      }),
    }))
    return { ...block, table: { ...block.table, rows } }
  })
  return { ...document, blocks }
}

function next(): string {
  return join(folder, `${made++}.xlsx`)
}

async function written(document: OfficialDocument, pictures = noPictures, rowsPerSheet?: number): Promise<string> {
  const path = next()
  const result = await writeWorkbook(document, path, pictures, rowsPerSheet)
  if (!result.ok) throw new Error(result.fault.code)
  return path
}
