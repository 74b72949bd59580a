import { useRef, type ReactNode } from 'react'
import { useText } from '../../text/language.tsx'
import { noticeText } from './notice-text.ts'
import { useMargin, type PlacedNote } from './use-margin.ts'

export interface NoteInMargin extends PlacedNote {
  readonly content: ReactNode
}

/** The document with its notes beside it, each at its phrase; the open clause is joined to its phrase by a line. */
export function WithMargin({
  notes,
  isWide,
  children,
}: {
  readonly notes: readonly NoteInMargin[]
  /** Otherwise the document stands alone and what is opened comes in a drawer. */
  readonly isWide: boolean
  readonly children: ReactNode
}) {
  const text = useText(noticeText)
  const frame = useRef<HTMLDivElement>(null)
  const { tops, height } = useMargin(frame, notes, isWide)
  return (
    <div ref={frame} className="notice-frame" style={isWide ? { minHeight: height } : {}}>
      <article className="notice-sheet">{children}</article>
      {isWide ? (
        <aside className="notice-margin no-print" aria-label={text.margin}>
          {notes.map(({ id, isPinned, content }) => {
            const top = tops.get(id)
            return (
              <div
                key={id}
                data-note={id}
                className={isPinned ? 'notice-note is-pinned' : 'notice-note'}
                style={top === undefined ? { opacity: 0 } : { top }}
              >
                {isPinned ? <i className="notice-leader" aria-hidden="true" /> : null}
                {content}
              </div>
            )
          })}
        </aside>
      ) : null}
    </div>
  )
}
