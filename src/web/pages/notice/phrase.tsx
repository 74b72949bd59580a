import type { MouseEvent } from 'react'
import type { ClauseId } from '../../../core/kernel/identifiers.ts'
import type { Segment } from './cut-text.ts'
import { useReading } from './reading-context.tsx'

/** The segments of a line, clause by clause: each phrase that was read is a link that opens its clause. */
export function Phrases({ segments }: { readonly segments: readonly Segment[] }) {
  const { isPlain } = useReading()
  if (isPlain) return segments.map(({ text }) => text).join('')
  return grouped(segments).map(({ clauseId, parts }) =>
    clauseId === null ? (
      <Parts key={parts[0]?.start} parts={parts} />
    ) : (
      <Phrase key={clauseId} clauseId={clauseId} parts={parts} />
    ),
  )
}

function Phrase({ clauseId, parts }: { readonly clauseId: ClauseId; readonly parts: readonly Segment[] }) {
  const { openClause, toggle, addressOfClause, questionsAt, openQuestion } = useReading()
  const isOpen = openClause === clauseId
  const asked = questionsAt(clauseId)
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    toggle(clauseId)
  }
  return (
    <>
      <a
        href={addressOfClause(clauseId)}
        className={`notice-phrase${asked.length > 0 ? ' is-asked' : ''}${isOpen ? ' is-on' : ''}`}
        aria-expanded={isOpen}
        role="button"
        data-anchor={`clause:${clauseId}`}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== ' ') return
          event.preventDefault()
          toggle(clauseId)
        }}
      >
        <Parts parts={parts} />
      </a>
      {asked.map(({ number, label, id }) => (
        // In line with the words, which a button never is: the mark of the sentence would begin the next line.
        <a
          key={id}
          href={`#question-${id}`}
          role="button"
          className="no notice-asked"
          aria-label={label}
          onClick={(event) => {
            event.preventDefault()
            openQuestion(id)
          }}
          onKeyDown={(event) => {
            if (event.key !== ' ') return
            event.preventDefault()
            openQuestion(id)
          }}
        >
          {number}
        </a>
      ))}
    </>
  )
}

function Parts({ parts }: { readonly parts: readonly Segment[] }) {
  return parts.map(({ text, start, figure }) =>
    figure === null ? (
      text
    ) : (
      <span key={start} className={`nw ${figure}`}>
        {text}
      </span>
    ),
  )
}

interface Group {
  readonly clauseId: ClauseId | null
  readonly parts: Segment[]
}

function grouped(segments: readonly Segment[]): Group[] {
  const groups: Group[] = []
  for (const segment of segments) {
    const last = groups.at(-1)
    if (last !== undefined && last.clauseId === segment.clauseId) last.parts.push(segment)
    else groups.push({ clauseId: segment.clauseId, parts: [segment] })
  }
  return groups
}
