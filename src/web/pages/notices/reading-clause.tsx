import { useEffect, useRef } from 'react'
import type { ClauseId } from '../../../core/kernel/identifiers.ts'
import { conditionInWords } from '../../../core/rubric/condition-in-words.ts'
import { correctionInWords } from '../../../core/rubric/correction-in-words.ts'
import type { AskedCorrection } from '../../../core/rubric/correction.ts'
import { findClause } from '../../../core/rubric/find-clause.ts'
import { priceInWords } from '../../../core/rubric/price-in-words.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { useText } from '../../text/language.tsx'
import { CorrectedNote } from '../notice/corrected-note.tsx'
import { citation } from '../notice/margin-questions.ts'
import { CorrectionForm } from './correction/correction-form.tsx'
import { correctionText } from './correction/correction-text.ts'
import { noticesText } from './notices-text.ts'
import type { ReadingRow } from './reading-rows.ts'

/** What a person does about readings: one sentence is open for correction at a time. */
export interface Correcting {
  readonly open: ClauseId | null
  readonly onOpen: (clauseId: ClauseId | null) => void
  readonly onGive: (correction: AskedCorrection) => void
  readonly onWithdraw: (clauseId: ClauseId) => void
}

/** One sentence's reading: leads to the sentence, and can be corrected. */
export function ReadingClause({
  row: { clauseId, clause, correction },
  read,
  isChosen,
  onClause,
  correcting,
  place,
}: {
  readonly row: ReadingRow
  readonly read: Rubric
  readonly isChosen: boolean
  readonly onClause: (clauseId: ClauseId) => void
  readonly correcting: Correcting
  /** In the document that the notice was read from. */
  readonly place: string | null
}) {
  const text = useText(noticesText)
  const say = useText(correctionText)
  const name = citation(read, clauseId)
  const machine = findClause(read, clauseId)
  const opener = useRef<HTMLButtonElement>(null)
  const isOpen = correcting.open === clauseId
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus({ preventScroll: true })
    wasOpen.current = isOpen
  }, [isOpen])
  return (
    <li id={`read-${clauseId}`} className={isChosen ? 'is-on' : ''}>
      <button
        type="button"
        className="reading-clause"
        aria-pressed={isChosen}
        onClick={() => onClause(clauseId)}
      >
        <span className="ref">{name}</span>
        {clause === null ? (
          <span>{correction === null ? null : correctionInWords(correction).given}</span>
        ) : (
          <span className={clause.direction === 'bonus' || clause.direction === 'earn' ? 'gained' : 'lost'}>
            {priceInWords(clause)}
          </span>
        )}
        {clause === null || clause.conditions.length === 0 ? null : (
          <small>{clause.conditions.map(conditionInWords).join(text.separator)}</small>
        )}
        {place === null ? null : <small className="cap">{place}</small>}
      </button>
      <div className="reading-acts">
        <button
          ref={opener}
          type="button"
          className="btn sm"
          aria-expanded={isOpen}
          aria-label={say.correctOf(name)}
          onClick={() => correcting.onOpen(isOpen ? null : clauseId)}
        >
          {say.correct}
        </button>
        {correction === null ? null : (
          <button
            type="button"
            className="btn sm"
            aria-label={say.withdrawOf(name)}
            onClick={() => correcting.onWithdraw(clauseId)}
          >
            {say.withdraw}
          </button>
        )}
      </div>
      {correction === null || isOpen ? null : <CorrectedNote correction={correction} />}
      {isOpen && machine !== null ? (
        <CorrectionForm
          clause={machine}
          read={read}
          before={correction}
          name={name}
          onGive={correcting.onGive}
          onCancel={() => correcting.onOpen(null)}
        />
      ) : null}
    </li>
  )
}
