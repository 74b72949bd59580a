/**
 * Documents that are handed out. A builder in this room, one file a kind, says what a document holds: pure, from facts to
 * the model of `core/document`. `makeDocument` has it written in one form and looks whether it is whole; how it then
 * reaches whoever asked is theirs: the server sends it (`document-reply.ts`), the command line keeps it.
 */
import { differingCounts } from '../../core/document/differing-counts.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { DocumentTray } from '../ports/document-tray.ts'
import type { DocumentForm, DocumentWriter, PictureSource } from '../ports/document-writer.ts'
import { refusedCount, refusedDocument, type DocumentRefusalCode } from './document-refusals.ts'

export interface DocumentPorts {
  readonly writer: DocumentWriter
  readonly tray: DocumentTray
}

/** Lies in the tray until somebody takes or removes it. `fileName` is with its ending. */
export interface MadeDocument {
  readonly path: string
  readonly fileName: string
}

/** Where a document shows no pictures. */
const NO_PICTURES: PictureSource = async () => null

/** Nothing is left in the tray where this refuses or throws. */
export async function makeDocument(
  { writer, tray }: DocumentPorts,
  document: OfficialDocument,
  form: DocumentForm,
  pictures: PictureSource = NO_PICTURES,
): Promise<Outcome<MadeDocument, DocumentRefusalCode>> {
  const placed = await tray.place(form)
  if (!placed.ok) return refusedPlace(placed.fault)
  const path = placed.value
  let isWhole = false
  try {
    const written = await writer.write(document, form, path, pictures)
    if (!written.ok) return refusedDocument(written.fault)
    const [differing] = differingCounts(document.proof, written.rows)
    if (differing !== undefined) return refusedCount(differing)
    isWhole = true
    return accepted({ path, fileName: `${document.fileName}.${form}` })
  } finally {
    if (!isWhole) await tray.remove(path)
  }
}

function refusedPlace(fault: { readonly code: string; readonly path: string }) {
  const detail = 'detail' in fault ? String(fault.detail) : fault.code
  return refusedDocument({ code: 'document-not-written', path: fault.path, detail })
}
