import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf, wordsOf, type PdfPage, type PdfText } from '../../../../../test/documents/read-pdf.ts'
import { sampleLetter } from '../../../../../test/documents/sample-letter.ts'
import { paragraph, type DocumentBlock } from '../../../../core/document/document-block.ts'
import type { OfficialDocument } from '../../../../core/document/official-document.ts'
import { pdfWriter } from './write-pdf.ts'

/** GB/T 9704-2012 in millimetres, and in points where it tells type. */
const TEXT = { left: 28, right: 210 - 26, top: 37, bottom: 297 - 35 }
const MM = 72 / 25.4
const PITCH = 225 / 22
const CHARACTER = 156 / 28

const folder = await mkdtemp(join(tmpdir(), 'mingheng-letter-'))
afterAll(() => rm(folder, { recursive: true }))
const write = pdfWriter(null)
let count = 0

async function pagesOf(document: OfficialDocument): Promise<readonly PdfPage[]> {
  const path = join(folder, `${(count += 1)}.pdf`)
  expect(await write(document, path, async () => null)).toMatchObject({ ok: true })
  return readPdf(path)
}

function letterOf(blocks: readonly DocumentBlock[], changed: Partial<OfficialDocument> = {}): OfficialDocument {
  return { ...sampleLetter, blocks, proof: { ...sampleLetter.proof, counts: [] }, ...changed }
}

/** Han signs only, so that a line holds 28 of them and nothing gives way. */
const HAN = '政务服务考核工作情况通报如下请认真对照检查及时整改落实到位'

describe('a letter has the measures of GB/T 9704', () => {
  let pages: readonly PdfPage[] = []
  beforeAll(async () => {
    pages = await pagesOf(sampleLetter)
  })

  test('on A4, nothing stands outside the text area but the foot', () => {
    for (const page of pages) {
      expect(page.width).toBeCloseTo(210, 1)
      expect(page.height).toBeCloseTo(297, 1)
      for (const { left, right, baseline, text } of page.texts) {
        expect(left, text).toBeGreaterThan(TEXT.left - 0.6)
        // Half of a stop at the end of a line is empty, and may stand outside.
        expect(right, text).toBeLessThan(TEXT.right + (/[，。；：、）》”]$/.test(text) ? CHARACTER / 2 + 0.2 : 0.6))
        expect(baseline, text).toBeGreaterThan(TEXT.top)
        expect(baseline, text).toBeLessThan(TEXT.bottom + 12)
      }
    }
  })

  test('the mark is red type 35 mm under the top of the text area, the number two lines under it, the rule 4 mm under the number', () => {
    const [first] = pages
    const mark = found(first, '云汀区政务服务办公室文件')
    const number = found(first, '云政务〔2025〕12号')
    const capHeight = mark.size * 0.84
    expect(mark.baseline - capHeight / MM).toBeCloseTo(TEXT.top + 35, -0.4)
    expect(middleOf(mark)).toBeCloseTo((TEXT.left + TEXT.right) / 2, 0)
    expect(number.size).toBe(16)
    expect(middleOf(number)).toBeCloseTo((TEXT.left + TEXT.right) / 2, 0)
    const top = number.baseline - (0.88 * 16) / MM
    expect(top - mark.baseline).toBeGreaterThan(2 * PITCH - 1)
    expect(top - mark.baseline).toBeLessThan(2 * PITCH + 3)
    const rule = longRules(first)[0]
    expect(rule?.top).toBeCloseTo(number.baseline + (0.12 * 16) / MM + 4, 0)
    expect(rule && rule.right - rule.left).toBeCloseTo(156, 1)
  })

  test('the title is 22 pt and centered, two lines under the rule', () => {
    const title = found(pages[0], '云汀区政务服务办公室关于2025年度')
    expect(title).toMatchObject({ size: 22, font: expect.stringContaining('Black') })
    expect(middleOf(title)).toBeCloseTo((TEXT.left + TEXT.right) / 2, 0)
    const rule = longRules(pages[0])[0]
    expect(title.baseline - (rule?.top ?? 0)).toBeGreaterThan(2 * PITCH)
    expect(title.baseline - (rule?.top ?? 0)).toBeLessThan(3 * PITCH)
  })

  test('the first heading is set in Hei, the text under it in 16 pt', () => {
    expect(found(pages[0], '一、总体情况')).toMatchObject({ size: 16, font: expect.stringContaining('SansSC-Bold') })
    expect(found(pages[0], '（一）得分情况')).toMatchObject({ size: 16, font: expect.stringContaining('SerifSC') })
    expect(found(pages[0], '一、总体情况').left).toBeCloseTo(TEXT.left + 2 * CHARACTER, 0)
    expect(found(pages[0], '各街道办事处、镇人民政府：').left).toBeCloseTo(TEXT.left, 0)
  })

  test('page numbers have a dash on each side, 14 pt, one sign from the outer edge, 7 mm under the text', () => {
    for (const [index, page] of pages.entries()) {
      const parts = page.texts.filter(({ baseline, size }) => baseline > TEXT.bottom + 3 && size === 14)
      expect(parts.map(({ text }) => text).join('')).toBe(`— ${index + 1} —`)
      const [first, last] = [parts[0], parts.at(-1)]
      const dash = (first?.baseline ?? 0) - (0.38 * 14) / MM
      expect(dash).toBeCloseTo(TEXT.bottom + 7, 0)
      if (index % 2 === 0) expect(last?.right).toBeCloseTo(TEXT.right - 14 / MM, 0)
      else expect(first?.left).toBeCloseTo(TEXT.left + 14 / MM, 0)
    }
  })

  test('the date ends four signs from the edge, under the middle of who signs, with two lines left for the seal', () => {
    const page = pages.find((each) => wordsOf(each).includes('（联系人'))
    const date = found(page, '2025年12月26日')
    const office = found(page, '云汀区政务服务办公室')
    expect(date.right).toBeCloseTo(TEXT.right - 4 * CHARACTER, 0)
    expect(middleOf(office)).toBeCloseTo(middleOf(date), 0)
    const before = page?.texts.findLast(({ baseline }) => baseline < office.baseline - 1)
    expect(office.baseline - (before?.baseline ?? 0)).toBeCloseTo(3 * PITCH, 0)
    const note = found(page, '（联系人')
    expect(note.baseline - date.baseline).toBeCloseTo(PITCH, 0)
  })

  test('an attachment begins a page with its mark in Hei on the first line and its title on the third', () => {
    const page = pages.find(({ texts }) => texts[0]?.text.startsWith('附件'))
    const [mark] = page?.texts ?? []
    expect(mark).toMatchObject({ size: 16, font: expect.stringContaining('SansSC-Bold') })
    expect(mark?.left).toBeCloseTo(TEXT.left, 0)
    const title = found(page, '2025年度考核得分汇总表')
    expect(title.baseline - (mark?.baseline ?? 0)).toBeCloseTo(2 * PITCH, 0)
    expect(middleOf(title)).toBeCloseTo((TEXT.left + TEXT.right) / 2, 0)
  })

  test('the colophon ends on the foot of the text of the last, even page between rules of 0.35, 0.25 and 0.35 mm', () => {
    expect(pages.length % 2).toBe(0)
    const rules = longRules(pages.at(-1)).slice(-3)
    expect(rules.map(({ stroke }) => Number(stroke.toFixed(2)))).toEqual([0.35, 0.25, 0.35])
    for (const { left, right } of rules) expect(right - left).toBeCloseTo(156, 1)
    expect(rules.at(-1)?.top).toBeCloseTo(TEXT.bottom, 0)
    expect(found(pages.at(-1), '抄送：').size).toBe(14)
    expect(found(pages.at(-1), '抄送：').left).toBeCloseTo(TEXT.left + 14 / MM, 0)
    expect(found(pages.at(-1), '2025年12月26日印发').right).toBeCloseTo(TEXT.right - 14 / MM, 0)
  })
})

test('a full page has 22 lines of 28 signs over the whole text area', async () => {
  const pages = await pagesOf(letterOf([paragraph(HAN.repeat(80))]))
  const lines = linesOf(pages[1])
  expect(lines).toHaveLength(22)
  for (const line of lines) {
    expect(Array.from(line.text)).toHaveLength(28)
    expect(line.left).toBeCloseTo(TEXT.left, 0)
    expect(Math.abs(line.right - TEXT.right)).toBeLessThan(0.6)
  }
  const pitches = lines.slice(1).map(({ baseline }, index) => baseline - (lines[index]?.baseline ?? 0))
  for (const pitch of pitches) expect(pitch).toBeCloseTo(PITCH, 1)
})

test.each(Array.from({ length: 24 }, (_, index) => index))(
  'no heading is the last of its page, and the signature has text beside it, after %i paragraphs',
  async (filled) => {
    const blocks: DocumentBlock[] = [
      ...Array.from({ length: filled }, (_, index) => paragraph(`第${index + 1}段。`)),
      { kind: 'heading', level: 1, text: '一、标题' },
      { kind: 'heading', level: 2, text: '（一）标题' },
      paragraph(HAN),
      paragraph('特此通报。'),
    ]
    const pages = await pagesOf(letterOf(blocks))
    for (const page of pages) expect(linesOf(page).at(-1)?.text ?? '').not.toContain('标题')
    const signed = pages.find((page) => wordsOf(page).includes('（联系人'))
    expect(wordsOf(signed ?? { width: 0, height: 0, texts: [], rules: [] })).toContain('特此通报。')
    expect(pages.length % 2).toBe(0)
    expect(wordsOf(pages.at(-1) ?? { width: 0, height: 0, texts: [], rules: [] })).toContain('抄送：')
  },
)

test('a page that stays empty before the colophon has no number, nor has the page of the colophon', async () => {
  const pages = await pagesOf(letterOf(Array.from({ length: 18 }, (_, index) => paragraph(`第${index + 1}段。`))))
  expect(pages.slice(-2).map((page) => page.texts.filter(({ baseline }) => baseline > TEXT.bottom + 3))).toEqual([
    [],
    [],
  ])
})

function found(page: PdfPage | undefined, words: string): PdfText {
  const line =
    linesOf(page).find(({ text }) => text.includes(words)) ??
    linesOf(page, true).find(({ text }) => text.includes(words))
  if (line === undefined) throw new Error(`not on the page: ${words}`)
  return line
}

/** What stands on one baseline is one line; without the foot. Parts that lie apart are lines of their own where `isApart`. */
function linesOf(page: PdfPage | undefined, isApart = false): PdfText[] {
  const lines: PdfText[] = []
  for (const part of page?.texts ?? []) {
    if (part.baseline > TEXT.bottom + 3) continue
    const last = lines.at(-1)
    const isSame =
      last !== undefined && Math.abs(last.baseline - part.baseline) < 0.3 && (!isApart || part.left - last.right < 3)
    if (isSame) lines[lines.length - 1] = { ...last, text: last.text + part.text, right: part.right }
    else lines.push(part)
  }
  return lines
}

function middleOf({ left, right }: PdfText): number {
  return (left + right) / 2
}

function longRules(page: PdfPage | undefined) {
  return (page?.rules ?? []).filter(({ left, right, top, bottom }) => right - left > 150 && bottom - top < 0.5)
}
