import type { DocumentForm } from './file-content.ts'

/** The form that the ending of a name promises; null where it promises none. */
export function formOfName(fileName: string): DocumentForm | 'text' | null {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return ENDINGS[ending] ?? null
}

const ENDINGS: Readonly<Record<string, DocumentForm | 'text'>> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xltx: 'xlsx',
  pdf: 'pdf',
  txt: 'text',
  md: 'text',
  html: 'text',
  htm: 'text',
}
