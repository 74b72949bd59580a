import { zipNames } from './zip-names.ts'

/** The forms of document that a notice is read from, beside text. */
export type DocumentForm = 'docx' | 'xlsx' | 'pdf'

/** What a file is by its bytes, never by its name. `form` of a foreign file is in the words of an office. */
export type FileContent =
  /** Nothing speaks against text. */
  | { readonly kind: 'text' }
  | { readonly kind: 'document'; readonly form: DocumentForm }
  /** A document of Office behind a password. */
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'foreign'; readonly form: string }

export const FORM_WORDS: Readonly<Record<DocumentForm, string>> = {
  docx: 'Word（.docx）',
  xlsx: 'Excel（.xlsx）',
  pdf: 'PDF',
}

export function fileContentOf(bytes: Uint8Array): FileContent {
  const opening = latin(bytes.subarray(0, 1024))
  // What readers of PDF do: anything may stand in front of the header, as long as it is short.
  if (opening.startsWith('%PDF-') || /^[^<\u0080-\u00ff]{0,256}%PDF-\d/.test(opening)) return document('pdf')
  if (opening.startsWith('{\\rtf')) return foreign('RTF')
  if (opening.startsWith('\u00D0\u00CF\u0011\u00E0'))
    return holds(bytes, ENCRYPTED) ? { kind: 'encrypted' } : foreign('旧版 Word/Excel（.doc、.xls）或 WPS')
  if (!opening.startsWith('PK\u0003\u0004') && !opening.startsWith('PK\u0005\u0006')) return { kind: 'text' }
  const names = zipNames(bytes)
  const found = ZIPPED.find(([name]) =>
    names === null ? holds(bytes, name) : names.some((one) => one.startsWith(name)),
  )?.[1]
  if (found !== undefined) return found
  // Half a file of Office has no directory, and perhaps not yet the name that says which.
  if (names === null && holds(bytes.subarray(0, 4_096), '[Content_Types].xml'))
    return document(holds(bytes, 'xl/') ? 'xlsx' : 'docx')
  // The type of an OpenDocument is the content of its first entry, not a name.
  return foreign(holds(bytes.subarray(0, 512), 'application/vnd.oasis') ? OPEN_DOCUMENT : 'ZIP 压缩包')
}

function document(form: DocumentForm): FileContent {
  return { kind: 'document', form }
}

function foreign(form: string): FileContent {
  return { kind: 'foreign', form }
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

/** Whether the bytes hold the name, as the directory of a ZIP file does. */
function holds(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (latin(bytes.subarray(at, at + name.length)) === name) return true
  return false
}

/** The stream that holds what Office encrypted, as the directory of its container names it: in UTF-16. */
const ENCRYPTED = Array.from('EncryptedPackage', (sign) => `${sign}\0`).join('')
const OPEN_DOCUMENT = 'OpenDocument（.odt、.ods）'

const ZIPPED: readonly (readonly [name: string, content: FileContent])[] = [
  ['word/document', document('docx')],
  ['ppt/presentation.xml', foreign('PowerPoint（.pptx）')],
  ['xl/workbook.bin', foreign('Excel 二进制工作簿（.xlsb）')],
  ['xl/workbook.xml', document('xlsx')],
  ['OFD.xml', foreign('OFD')],
]
