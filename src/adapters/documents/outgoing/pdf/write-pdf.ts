/**
 * A document as PDF, set by typst through templates (`templates/` at the root, and over them by name what the office has in its
 * own folder). This room makes of the model what a template reads (`print-model.ts`), has it set in a process of its own
 * (`typesetter.ts`) and says in words what a template does wrong. One model gives the same bytes everywhere, unless the
 * office brings fonts.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentFault, DocumentWritten, PictureSource } from '../../../../app/ports/document-writer.ts'
import { differingCounts } from '../../../../core/document/differing-counts.ts'
import type { OfficialDocument } from '../../../../core/document/official-document.ts'
import { bundledFonts } from './bundled-fonts.ts'
import { loadTemplates } from './load-templates.ts'
import { paperDay, type PaperDay } from './paper-day.ts'
import { placePictures } from './place-pictures.ts'
import { printModel } from './print-model.ts'
import { droppedFault, stoppedFault, templateFault } from './template-fault.ts'
import { typesetter, type TypesetterBounds } from './typesetter.ts'
import { picturesIn, wholeTables } from './whole-tables.ts'

/** `path` must not exist yet; nothing is left there where it answers a fault. */
export type WritePdf = (document: OfficialDocument, path: string, pictures: PictureSource) => Promise<DocumentWritten>

/** More rows than this are some 560 pages, which nobody reads on paper, and more memory than may be had; the workbook takes them. */
const ROW_LIMIT = 10_000

const BOUNDS: TypesetterBounds = { milliseconds: 300_000, bytes: 2 ** 31, idleMilliseconds: 60_000 }

/** `officeFolder` holds the office's own templates, and its fonts in `fonts/`; null, or not there, for ours alone. */
export function pdfWriter(officeFolder: string | null, bounds: Partial<TypesetterBounds> = {}): WritePdf {
  const officeFonts = officeFolder === null ? [] : [join(officeFolder, 'fonts')]
  const { set } = typesetter([...officeFonts, ...bundledFonts()], { ...BOUNDS, ...bounds })
  return async (document, path, pictures) => {
    const whole = await wholeTables(document.blocks, ROW_LIMIT)
    if (!whole.ok) return refused({ code: 'document-too-long', form: 'pdf', rows: whole.rows, limit: ROW_LIMIT })
    const templates = await loadTemplates(officeFolder)
    const { files, placed } = await placePictures(picturesIn(whole.blocks), pictures)
    const date = paperDay(document.closing?.date ?? document.closing?.printedBy?.date ?? null)
    const model = Buffer.from(JSON.stringify(printModel(document, whole.blocks, placed, date)))
    const main = `${document.layout}.typ`
    const typeset = await set({
      files: [...templates.files, ...files, { path: 'document.json', bytes: model }],
      main,
      timestamp: secondsOf(date),
      target: path,
    })
    if ('stopped' in typeset) return refused(stoppedFault(typeset.stopped, main, templates))
    if (!typeset.ok)
      return refused(
        typeset.diagnostics === null
          ? { code: 'document-not-written', path, detail: typeset.detail }
          : templateFault(typeset.diagnostics, main, templates),
      )
    const [dropped] = differingCounts(document.proof, typeset.rows)
    if (dropped !== undefined && templates.replaced.size > 0) {
      await rm(path, { force: true })
      return refused(droppedFault(dropped, main, templates))
    }
    return { ok: true, rows: typeset.rows, pages: typeset.pages }
  }
}

function refused(fault: DocumentFault): DocumentWritten {
  return { ok: false, fault }
}

/** Midnight of the day in UTC, where a day is told without a clock. */
function secondsOf(date: PaperDay | null): number {
  return date === null ? 0 : Date.UTC(date.year, date.month - 1, date.day) / 1000
}
