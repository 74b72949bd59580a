import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagesAsPng, pdfFonts, pdfText, recalculated, toPdf } from './office-tools.ts'

let folder = ''
let path = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-tools-'))
  path = join(folder, '得分.xlsx')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('得分')
  sheet.addRow(['夏阳街道', 20, 0.5])
  sheet.addRow(['得分', { formula: 'B1-C1*3', result: 99 }])
  await workbook.xlsx.writeFile(path)
})
afterAll(() => rm(folder, { recursive: true }))

test('a formula with a wrong result in the file is computed anew', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await recalculated(path))
  expect(workbook.getWorksheet('得分')?.getCell('B2').value).toMatchObject({ formula: 'B1-C1*3', result: 18.5 })
})

test('a file is printed, and its words, faces and pages are read back', async () => {
  const pdf = await toPdf(path)
  expect(await pdfText(pdf)).toContain('夏阳街道')
  expect(await pdfText(pdf, { isPlaced: true })).toMatch(/得分 +18\.5/)
  expect(await pdfFonts(pdf)).not.toEqual([])
  expect(await pagesAsPng(pdf)).toHaveLength(1)
})

test('what LibreOffice cannot read is told', async () => {
  const broken = join(folder, 'broken.docx')
  await writeFile(broken, 'PK\u0003\u0004 nothing')
  await expect(toPdf(broken)).rejects.toThrow('没有转成 pdf')
})
