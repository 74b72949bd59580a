import { sourcePlaceAt } from '../../../core/kernel/source-place.ts'
import type { SourceSpan } from '../../../core/kernel/source-span.ts'
import { markedHead } from '../../../core/notice/source/marked-source.ts'
import { useText } from '../../text/language.tsx'
import { placeText } from './place-text.ts'

/** Where a span of a document stood in it, in words; null for a text, of which everybody has the lines before them. */
export type PlaceOf = (span: SourceSpan) => string | null

export function usePlaces(source: string): PlaceOf {
  const text = useText(placeText)
  if (markedHead(source) === null) return () => null
  return ({ start }) => text.at(sourcePlaceAt(source, start)) || null
}

/** 表1第4行第2列, where there is a place to tell. */
export function FormPlace({ place }: { readonly place: string | null }) {
  return place === null ? null : <p className="cap notice-place">{place}</p>
}
