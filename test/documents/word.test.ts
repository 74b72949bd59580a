import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellWords } from '../../src/adapters/documents/outgoing/word/cell-words.ts'
import { writeWord } from '../../src/adapters/documents/outgoing/word/write-word.ts'
import { differingCounts } from '../../src/core/document/differing-counts.ts'
import { paragraph, type DocumentBlock } from '../../src/core/document/document-block.ts'
import type { DocumentTable } from '../../src/core/document/document-table.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { unreachable } from '../../src/core/kernel/unreachable.ts'
import { pdfText, toPdf } from './office-tools.ts'
import { packagePart } from './package-part.ts'
import { freshSamples, samplePictures } from './sample-documents.ts'
import { sampleForm } from './sample-forms.ts'
import { sampleLetter } from './sample-letter.ts'
import { sampleLongList } from './sample-lists.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-word-'))
})
afterAll(() => rm(folder, { recursive: true }))

test.each(freshSamples().map(([what], at) => [what, at] as const))(
  '%s: every word of it is read back from the pages, and the rows are as many as it says',
  async (what, at) => {
    const path = join(folder, `${at}.docx`)
    const written = await writeWord(sample(at), path, samplePictures)
    if (!written.ok) throw new Error(`${what}: ${written.fault.code}`)
    expect(differingCounts(sample(at).proof, written.rows)).toEqual([])
    const pages = bare(await pdfText(await toPdf(path), { isAsWritten: true }))
    const missing: string[] = []
    for (const word of await wordsIn(sample(at))) if (!pages.includes(bare(word))) missing.push(word)
    expect(missing).toEqual([])
  },
)

test.each(freshSamples().map(([what], at) => [what, at] as const))('%s is the same file twice', async (_what, at) => {
  const paths = [join(folder, 'once.docx'), join(folder, 'twice.docx')]
  for (const path of paths) await writeWord(sample(at), path, samplePictures)
  const [once, twice] = await Promise.all(paths.map((path) => readFile(path)))
  expect(once?.equals(twice ?? Buffer.alloc(0))).toBe(true)
})

test('the head of a long table stands on every page', async () => {
  const path = join(folder, 'heads.docx')
  await writeWord(sampleForm(true), path, samplePictures)
  const pages = (await pdfText(await toPdf(path))).split('\f').filter((page) => page.includes('1.3'))
  expect(pages.length).toBeGreaterThan(4)
  for (const page of pages) expect(page).toContain('考核内容')
})

test('attachments come after the date, and 版记 is the last', async () => {
  const path = join(folder, 'order.docx')
  await writeWord(sampleLetter, path, samplePictures)
  const text = bare(packagePart(await readFile(path), 'word/document.xml').replaceAll(/<[^>]+>/gu, ''))
  const places = ['特此通报。', '附件：1.', '2025年12月26日', '联系人', '附件2', '核验码', '抄送：', '印发'].map(
    (words) => text.lastIndexOf(words),
  )
  // The day of printing is the last day said, so the day of signing is looked for by its first place.
  places[2] = text.indexOf('2025年12月26日')
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(Math.min(...places)).toBeGreaterThan(-1)
})

test('the file says its title, its office, its code and its own day, and no other', async () => {
  const path = join(folder, 'properties.docx')
  await writeWord(sampleLetter, path, samplePictures)
  const properties = packagePart(await readFile(path), 'docProps/core.xml')
  expect(properties).toContain('<dc:creator>云汀区政务服务办公室</dc:creator>')
  expect(properties).toContain('<cp:keywords>核验码：K7QM-3F9T-XW2D-8HNA</cp:keywords>')
  expect(properties.match(/\d{4}-\d\d-\d\dT[\d:]+Z/gu)).toEqual(['2025-12-26T00:00:00Z', '2025-12-26T00:00:00Z'])
})

test.each<[what: string, document: () => OfficialDocument, rows: number]>([
  ['that says how long it is', () => sampleLongList(3001), 3001],
  ['that does not say it', () => ({ ...sampleLongList(9000), proof: { ...sampleLetter.proof, counts: [] } }), 3001],
])('a list %s and is too long is refused, and nothing is left', async (_what, document, rows) => {
  const path = join(folder, 'long.docx')
  expect(await writeWord(document(), path, samplePictures)).toEqual({
    ok: false,
    fault: { code: 'document-too-long', form: 'docx', rows, limit: 3000 },
  })
  expect(existsSync(path)).toBe(false)
})

test('a file that cannot be written is told', async () => {
  const path = join(folder, 'nowhere', 'letter.docx')
  expect(await writeWord(sampleLetter, path, samplePictures)).toMatchObject({
    ok: false,
    fault: { code: 'document-not-written', path },
  })
})

test('signs that XML forbids do not break the file', async () => {
  const path = join(folder, 'signs.docx')
  const text = '一\u0000二\u000B三\uD800四<w:p>&amp;五\n六'
  await writeWord({ ...sampleLetter, blocks: [paragraph(text)] }, path, samplePictures)
  expect(bare(await pdfText(await toPdf(path)))).toMatch(/一.二.三.四<w:p>&amp;五六/u)
})

/** Made anew, because what comes in pieces can be walked once. */
function sample(at: number): OfficialDocument {
  const found = freshSamples()[at]
  if (found === undefined) throw new Error(`no sample ${at}`)
  return found[1]
}

async function wordsIn({ title, facts, blocks, proof }: OfficialDocument): Promise<string[]> {
  const words = [...title, ...facts.map(({ name, value }) => `${name}：${value}`), ...proof.sentences]
  for (const block of blocks)
    words.push(...(block.kind === 'table' ? await wordsInTable(block.table) : wordsInBlock(block)))
  return words
}

async function wordsInTable({ columns, rows, foot }: DocumentTable): Promise<string[]> {
  const words = columns.map(({ name }) => name)
  const all = [...foot]
  for await (const row of typeof rows === 'function' ? rows() : rows) all.push(row)
  for (const { cells } of all)
    for (const cell of cells)
      if (cell?.kind === 'pictures') words.push(...cell.pictures.map(({ caption }) => caption))
      else if (cell !== null) words.push(...cellWords(cell))
  return words
}

function wordsInBlock(block: Exclude<DocumentBlock, { kind: 'table' }>): string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.pieces.map(({ text }) => text)
    case 'pictures':
      return [...block.pictures.map(({ caption }) => caption), '图片已不在']
    case 'attachment':
      return [block.mark, block.title]
    case 'page-break':
      return []
    case 'addressees':
    case 'heading':
    case 'quote':
    case 'note':
      return [block.text]
    default:
      return unreachable(block)
  }
}

function bare(text: string): string {
  return text.replaceAll(/\s|\u2014\d+\u2014|\u2014 \d+ \u2014/gu, '')
}
