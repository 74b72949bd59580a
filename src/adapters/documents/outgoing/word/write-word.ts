/**
 * The model of a document as a file of Word, after GB/T 9704-2012 where it is a letter. `set-…` files set one thing each, as
 * paragraphs and tables; `word-styles.ts` and `page-layout.ts` hold every measure. Nothing is embedded and nothing knows the
 * clock: the same document gives the same bytes.
 */
import { rm, writeFile } from 'node:fs/promises'
import { Document, DocumentGridType, Packer, PageOrientation } from 'docx'
import type { DocumentWritten, PictureSource } from '../../../../app/ports/document-writer.ts'
import type { StatedCount } from '../../../../core/document/document-proof.ts'
import type { OfficialDocument } from '../../../../core/document/official-document.ts'
import { fileProperties } from './file-properties.ts'
import { fontTable } from './faces.ts'
import { A4, pageLayout, type PageLayout } from './page-layout.ts'
import { pageNumbers } from './page-numbers.ts'
import { knownRows, MOST_ROWS } from './row-limit.ts'
import { setBlock } from './set-block.ts'
import { setClosing } from './set-closing.ts'
import { setColophon } from './set-colophon.ts'
import { setFront } from './set-front.ts'
import { setProof } from './set-proof.ts'
import { cleanWords } from './set-words.ts'
import type { Flow, Setting } from './setting.ts'
import { withoutTimes } from './without-times.ts'
import { wordStyles } from './word-styles.ts'

export async function writeWord(
  document: OfficialDocument,
  path: string,
  pictures: PictureSource,
): Promise<DocumentWritten> {
  const known = knownRows(document)
  if (known > MOST_ROWS) return tooLong(known)
  const layout = pageLayout(document)
  let pictureCount = 0
  const { flow, rows } = await setFlow(document, { layout, pictures, nextPicture: () => ++pictureCount })
  const set = rows.reduce((sum, table) => sum + table.rows, 0)
  if (set > MOST_ROWS) return tooLong(set)
  const bytes = withoutTimes(await packed(document, layout, flow))
  try {
    await writeFile(path, bytes)
  } catch (error) {
    await rm(path, { force: true })
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, fault: { code: 'document-not-written', path, detail } }
  }
  return { ok: true, rows, pages: null }
}

function tooLong(rows: number): DocumentWritten {
  return { ok: false, fault: { code: 'document-too-long', form: 'docx', rows, limit: MOST_ROWS } }
}

/** The attachments come after 署名 and 附注, and 版记 is the very last, as the standard has it. */
async function setFlow(document: OfficialDocument, setting: Setting) {
  const { blocks, closing, proof } = document
  const flow: Flow[] = setFront(document, setting)
  const rows: StatedCount[] = []
  const attached = blocks.findIndex(({ kind }) => kind === 'attachment')
  const end = attached === -1 ? blocks.length : attached
  for (const [at, block] of blocks.entries()) {
    if (at === end && closing !== null) flow.push(...setClosing(closing, setting))
    const set = await setBlock(block, closing !== null && at === end - 1, setting)
    flow.push(...set.flow)
    if (block.kind === 'table') rows.push({ table: block.table.id, rows: set.rows ?? 0 })
  }
  if (end === blocks.length && closing !== null) flow.push(...setClosing(closing, setting))
  flow.push(...setProof(proof))
  if (closing !== null) flow.push(...setColophon(closing, setting))
  return { flow, rows }
}

function packed(document: OfficialDocument, layout: PageLayout, children: Flow[]): Promise<Buffer> {
  const file = new Document({
    title: cleanWords(document.title.join('')),
    evenAndOddHeaderAndFooters: layout.isLetter,
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true, doNotExpandShiftReturn: true },
    defaultTabStop: 2 * layout.sign,
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: layout.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: layout.margin,
          },
          // Of lines only: by a grid of signs LibreOffice gives every sign that is wider than its cell two of them.
          ...(layout.isLetter ? { grid: { type: DocumentGridType.LINES, linePitch: layout.line } } : {}),
        },
        footers: pageNumbers(layout),
        children,
      },
    ],
  })
  return Packer.toBuffer(file, false, [
    { path: 'word/styles.xml', data: wordStyles(layout) },
    { path: 'docProps/core.xml', data: fileProperties(document) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ])
}
