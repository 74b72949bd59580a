/**
 * A document as a file of the form that is asked for: each writer sets it by itself from the one model, and leaves nothing
 * where it answers a fault. Whether every row was set is compared by whoever hands the file on (`make-document.ts`).
 */
import type { DocumentForm, DocumentWriter } from '../../../app/ports/document-writer.ts'
import { inLine, USUAL_LINE, type DocumentLine } from './in-line.ts'
import { pdfWriter } from './pdf/write-pdf.ts'

/**
 * One for the program: what is set at a time is counted here. `officeTemplates` is where the office keeps templates of its own, for PDF; null for those of the program alone.
 */
export function documentFiles(officeTemplates: string | null, line: DocumentLine = USUAL_LINE): DocumentWriter {
  const writers: Readonly<Record<DocumentForm, (...given: WrittenFrom) => ReturnType<DocumentWriter['write']>>> = {
    // The packages that make them take longer to read than most commands to run: nobody waits for them before a document.
    docx: async (...given) => (await import('./word/write-word.ts')).writeWord(...given),
    xlsx: async (...given) => (await import('./workbook/write-workbook.ts')).writeWorkbook(...given),
    pdf: pdfWriter(officeTemplates),
  }
  return inLine({ write: (document, form, path, pictures) => writers[form](document, path, pictures) }, line)
}

type Given = Parameters<DocumentWriter['write']>
type WrittenFrom = [document: Given[0], path: string, pictures: Given[3]]
