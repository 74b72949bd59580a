import { useMemo } from 'react'
import { FORM_WORDS } from '../../../core/notice/source/file-content.ts'
import { markedExtent, markedLength, type MarkedHead } from '../../../core/notice/source/marked-source.ts'
import { useText } from '../../text/language.tsx'
import { noticesText } from './notices-text.ts'

/** The document that a notice was read from, in place of its text: which file it is and how much was read. */
export function DocumentCard({ head, source }: { readonly head: MarkedHead; readonly source: string }) {
  const text = useText(noticesText)
  const extent = useMemo(() => markedExtent(source), [source])
  const length = useMemo(() => markedLength(source), [source])
  const parts = [
    ...(extent.pages === null ? [] : [text.pages(extent.pages)]),
    ...(extent.sheets === null ? [] : [text.sheets(extent.sheets)]),
    ...(extent.tables === null ? [] : [text.tables(extent.tables)]),
    text.characters(length),
  ]
  return (
    <dl className="notices-document">
      <dt>{text.documentFile}</dt>
      <dd className="is-name">{head.fileName}</dd>
      <dt>{text.documentForm}</dt>
      <dd>{FORM_WORDS[head.form]}</dd>
      <dt>{text.documentExtent}</dt>
      <dd>{parts.join(text.comma)}</dd>
      <dt>{text.documentDigest}</dt>
      <dd>
        <code title={head.sha256}>{head.sha256.replace(/^(.{8})(.{8}).*(.{8})$/, '$1 $2 … $3')}</code>
      </dd>
    </dl>
  )
}
