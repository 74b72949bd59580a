import type { OfficialDocument } from '../../../../core/document/official-document.ts'
import { cleanWords } from './set-words.ts'

/**
 * The part `docProps/core.xml`. The only day it knows is the document's own: a file says nothing of when and by whom it
 * happened to be made, and so the same document is the same file.
 */
export function fileProperties({ title, kind, closing, head, proof }: OfficialDocument): string {
  const office = closing?.office ?? head?.issuer ?? null
  const day = closing?.date === undefined || closing.date === null ? null : dayOf(closing.date)
  const elements = [
    element('dc:title', title.join('')),
    element('dc:subject', kind),
    element('dc:creator', office ?? '明衡'),
    ...(proof.code === null ? [] : [element('cp:keywords', `核验码：${proof.code}`)]),
    element('dc:language', 'zh-CN'),
    ...(day === null ? [] : ['created', 'modified'].map((which) => timestamp(which, day))),
  ]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${NAMESPACES}>${elements.join('')}</cp:coreProperties>`
}

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

function element(name: string, text: string): string {
  return `<${name}>${escaped(cleanWords(text))}</${name}>`
}

function timestamp(which: string, day: string): string {
  return `<dcterms:${which} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${which}>`
}

/** 2021年10月25日 as 2021-10-25. */
function dayOf(date: string): string | null {
  const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(date)
  if (match === null) return null
  const [, year = '', month = '', day = ''] = match
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
