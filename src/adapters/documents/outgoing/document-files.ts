/**
 * A document as a file of the form that is asked for: each writer sets it by itself from the one model, and leaves nothing
 * where it answers a fault. Whether every row was set is compared by whoever hands the file on (`make-document.ts`).
 */
import type { DocumentForm, DocumentWriter } from '../../../app/ports/document-writer.ts'
import { inLine, USUAL_LINE, type DocumentLine } from './in-line.ts'
import { pdfWriter } from './pdf/write-pdf.ts'
import { writeWord } from './word/write-word.ts'
import { writeWorkbook } from './workbook/write-workbook.ts'

/**
 * One for the program: what is set at a time is counted here. `officeTemplates` is where the office keeps templates of its own, for PDF; null for those of the program alone.
 */
export function documentFiles(officeTemplates: string | null, line: DocumentLine = USUAL_LINE): DocumentWriter {
  const writers: Readonly<Record<DocumentForm, (...given: WrittenFrom) => ReturnType<DocumentWriter['write']>>> = {
    docx: writeWord,
    xlsx: (document, path, pictures) => writeWorkbook(document, path, pictures),
    pdf: pdfWriter(officeTemplates),
  }
  return inLine({ write: (document, form, path, pictures) => writers[form](document, path, pictures) }, line)
}

type Given = Parameters<DocumentWriter['write']>
type WrittenFrom = [document: Given[0], path: string, pictures: Given[3]]
