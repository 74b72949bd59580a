/** What a file that is no text is in the words of an office, told by its opening bytes; null where it may be text. */
export function officeFormOf(bytes: Uint8Array): string | null {
  const opening = latin(bytes.subarray(0, 8))
  if (opening.startsWith('%PDF-')) return 'PDF'
  if (opening.startsWith('{\\rtf')) return 'RTF'
  if (opening.startsWith('\u00D0\u00CF\u0011\u00E0')) return '旧版 Word/Excel（.doc、.xls）或 WPS'
  if (!opening.startsWith('PK\u0003\u0004') && !opening.startsWith('PK\u0005\u0006')) return null
  return ZIPPED.find(([name]) => holds(bytes, name))?.[1] ?? 'ZIP 压缩包'
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

const ZIPPED: readonly (readonly [name: string, form: string])[] = [
  ['word/document.xml', 'Word（.docx）'],
  ['xl/workbook.xml', 'Excel（.xlsx）'],
  ['ppt/presentation.xml', 'PowerPoint（.pptx）'],
  ['application/vnd.oasis', 'OpenDocument（.odt、.ods）'],
  ['OFD.xml', 'OFD'],
]
