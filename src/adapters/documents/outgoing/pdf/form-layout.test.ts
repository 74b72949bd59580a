import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPdf, wordsOf, type PdfPage } from '../../../../../test/documents/read-pdf.ts'
import { freshSamples, samplePictures } from '../../../../../test/documents/sample-documents.ts'
import { sampleForm } from '../../../../../test/documents/sample-forms.ts'
import { cellLines } from '../../../../core/document/cell-text.ts'
import { paragraph, type DocumentBlock } from '../../../../core/document/document-block.ts'
import type { OfficialDocument } from '../../../../core/document/official-document.ts'
import { pdfWriter } from './write-pdf.ts'

const folder = await mkdtemp(join(tmpdir(), 'mingheng-form-'))
afterAll(() => rm(folder, { recursive: true }))
const write = pdfWriter(null)
let count = 0

const known = new Map<string, Promise<readonly PdfPage[]>>()

/** Each is set once, for all that is asked of it. */
function sampleOf(what: string): Promise<readonly PdfPage[]> {
  const pages = known.get(what) ?? pagesOf(freshSamples().find(([each]) => each === what)?.[1] ?? sampleForm(true))
  known.set(what, pages)
  return pages
}

async function pagesOf(document: OfficialDocument): Promise<readonly PdfPage[]> {
  const path = join(folder, `${(count += 1)}.pdf`)
  expect(await write(document, path, samplePictures)).toMatchObject({ ok: true })
  return readPdf(path)
}

const forms = freshSamples().filter(([, document]) => document.layout === 'form')

test.each(forms)('%s stands within 20 mm margins on every page', async (what, document) => {
  for (const page of await sampleOf(what)) {
    const [width, height] = document.isLandscape ? [297, 210] : [210, 297]
    expect([page.width, page.height].map(Math.round)).toEqual([width, height])
    for (const { left, right, baseline, size, text } of page.texts) {
      expect(left, text).toBeGreaterThan(19.5)
      // Half of a stop at the end of a line is empty.
      expect(right, text).toBeLessThan(width - 20 + size * 0.18 + 0.2)
      expect(baseline, text).toBeGreaterThan(20)
      expect(baseline, text).toBeLessThan(height - 8)
    }
    const inTable = page.rules.filter(({ left, right }) => right > left)
    for (const { left, right } of inTable) {
      expect(left).toBeGreaterThan(19.5)
      expect(right).toBeLessThan(width - 19.5)
    }
  }
})

test.each(forms)('%s has on every page its number, how many there are and the code', async (what, document) => {
  const pages = await sampleOf(what)
  for (const [index, page] of pages.entries()) {
    const foot = page.texts
      .filter(({ baseline }) => baseline > page.height - 20)
      .map(({ text }) => text)
      .join('')
      .replaceAll('　', '')
    expect(foot).toContain(`— ${index + 1} —共${pages.length}页`)
    expect(foot).toContain(`核验码：${document.proof.code}`)
  }
})

test.each([
  ['on its side', 5],
  ['upright', 5],
])('the head of a long table is repeated on each of its pages, %s', async (how, least) => {
  const pages = await sampleOf(`a score sheet ${how}`)
  const tablePages = pages.filter((page) => wordsOf(page).includes('窗口工作人员在岗在位'))
  expect(tablePages.length).toBeGreaterThanOrEqual(least)
  for (const page of tablePages) for (const head of ['考核内容', '扣分原因']) expect(wordsOf(page)).toContain(head)
})

test('no row is torn: what begins on a page ends on it', async () => {
  const pages = await sampleOf('a score sheet upright')
  for (const page of pages) {
    const words = wordsOf(page)
    const begun = words.split('窗口工作人员在岗').length
    expect(words.split('发现一次不符合扣0.5分').length).toBe(begun)
  }
})

test.each(forms)('%s says every cell of its tables in order', async (what, document) => {
  const words = (await sampleOf(what)).map(wordsOf).join('').replaceAll(/\s/g, '')
  const fresh = freshSamples().find(([, each]) => each.fileName === document.fileName)?.[1]
  for (const block of fresh?.blocks ?? []) {
    if (block.kind !== 'table') continue
    let at = 0
    for await (const row of typeof block.table.rows === 'function' ? block.table.rows() : block.table.rows)
      for (const cell of row.cells)
        for (const line of cell === null || cell.rowSpan !== undefined ? [] : cellLines(cell)) {
          const sought = line.replaceAll(/\s/g, '')
          const found = words.indexOf(sought, at)
          expect(found, sought).toBeGreaterThanOrEqual(0)
          if (cell?.kind === 'count') at = found
        }
  }
})

test.each(Array.from({ length: 9 }, (_, index) => index * 2))(
  'no heading and no total stands alone at the foot or the head of a page, after %i paragraphs',
  async (filled) => {
    const form = sampleForm(true)
    const blocks: DocumentBlock[] = [
      ...Array.from({ length: filled }, (_, index) => paragraph(`第${index + 1}段。`)),
      ...form.blocks,
    ]
    const pages = await pagesOf({ ...form, blocks })
    for (const page of pages) {
      const lines = page.texts.filter(({ baseline }) => baseline < page.height - 20)
      expect(lines.at(-1)?.text).not.toMatch(/^(一、得分情况|二、办理情况|办理情况)$/)
      const total = wordsOf(page).indexOf('合计')
      if (total >= 0 && wordsOf(page).includes('95'))
        expect(wordsOf(page).slice(0, total)).toMatch(/服务指南|窗口工作人员/)
    }
  },
)

test('600 rows are numbered without a gap', async () => {
  const words = (await sampleOf('a list of 600 rows')).map(wordsOf).join('')
  for (let number = 1; number <= 600; number += 1) expect(words).toMatch(new RegExp(`${number}\\s*2025-`))
})
