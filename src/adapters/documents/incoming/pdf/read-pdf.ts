/**
 * Reads a notice issued as PDF. A page has no words, paragraphs or tables, only characters and strokes at places: lines are put
 * together by where characters stand, tables by the lines that are ruled, and what a page needs for itself (its number, a header
 * repeated, a cell cut in two) is taken out or put together again. Every piece says the page and the line that it stands on.
 */
import { DOCUMENT_LIMITS } from '../document-limits.ts'
import type { IncomingBlock } from '../incoming-block.ts'
import type { IncomingFault } from '../incoming-fault.ts'
import type { IncomingRead } from '../incoming-fault.ts'
import { withAlignedTables } from './aligned-tables.ts'
import { documentBlocks } from './document-blocks.ts'
import { faultOf, openPdf, type PdfDocument } from './open-pdf.ts'
import type { PageContent } from './page-content.ts'
import { pageFlow } from './page-flow.ts'
import { withoutFurniture } from './page-furniture.ts'
import { readPage } from './read-page.ts'
import { pagesWithoutText, unreadPictures } from './scanned-pages.ts'
import { isSwollen } from './swollen-streams.ts'

export async function readPdf(bytes: Uint8Array): Promise<IncomingRead<IncomingBlock[]>> {
  if (bytes.length === 0) return failed({ code: 'document-empty' })
  if (await isSwollen(bytes))
    return failed({ code: 'document-too-large', what: 'inflated-bytes', limit: DOCUMENT_LIMITS.inflatedBytes })
  const opened = await openPdf(bytes)
  if (!opened.ok) return failed(opened.fault)
  try {
    return await readDocument(opened.document)
  } catch (error) {
    return failed(faultOf(error))
  } finally {
    await opened.document.destroy()
  }
}

const MOST_PAGES = 500
const MOST_CHARACTERS = 2_000_000

async function readDocument(document: PdfDocument): Promise<IncomingRead<IncomingBlock[]>> {
  const { numPages } = document
  if (numPages > MOST_PAGES) return failed({ code: 'document-too-large', what: 'pages', limit: MOST_PAGES })
  const contents: PageContent[] = []
  let characters = 0
  for (let page = 1; page <= numPages; page += 1) {
    const content = await readPage(document, page)
    characters += content.fragments.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > MOST_CHARACTERS)
      return failed({ code: 'document-too-large', what: 'characters', limit: MOST_CHARACTERS })
    contents.push(content)
  }
  const flows = withoutFurniture(contents.map(pageFlow))
  const scanned = pagesWithoutText(contents, flows)
  if (scanned.length > 0) return failed({ code: 'document-without-text', pages: scanned, pageCount: numPages })
  const value = documentBlocks(withAlignedTables(flows))
  if (value.length === 0) return failed({ code: 'document-empty' })
  return { ok: true, value: [...value, ...unreadPictures(contents)] }
}

function failed(fault: IncomingFault): { readonly ok: false; readonly fault: IncomingFault } {
  return { ok: false, fault }
}
