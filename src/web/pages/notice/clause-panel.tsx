import { useEffect, useRef, type ReactNode } from 'react'
import type { Clause } from '../../../core/rubric/clause.ts'
import { conditionInWords } from '../../../core/rubric/condition-in-words.ts'
import { priceInWords } from '../../../core/rubric/price-in-words.ts'
import { formatPoints } from '../../../core/kernel/points.ts'
import { useMay } from '../../client/session.tsx'
import { useCalled } from '../../client/use-called.ts'
import { useText } from '../../text/language.tsx'
import { WhatIfLink } from '../../ui/what-if-link.tsx'
import { AnsweredNote } from './answered-note.tsx'
import { ClauseFeeds } from './clause-feeds.tsx'
import { ClauseFindings } from './clause-findings.tsx'
import { CorrectedNote } from './corrected-note.tsx'
import { correctedText } from './corrected-text.ts'
import { touching, type NumberedQuestion } from './margin-questions.ts'
import { noticeText } from './notice-text.ts'
import type { OpenNotice } from './open-notice.ts'

/** What was read from a phrase: what it does, where its facts come from, and what it has come to. */
export function ClausePanel({
  clause,
  notice,
  questions,
  onClose,
}: {
  readonly clause: Clause
  readonly notice: OpenNotice
  readonly questions: readonly NumberedQuestion[]
  readonly onClose: () => void
}) {
  const text = useText(noticeText)
  const corrected = useText(correctedText)
  const called = useCalled()
  const may = useMay()
  const { rubric, assessmentId, cite, sectionOf } = notice
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus({ preventScroll: true }), [clause.id])
  const touched = touching(questions, clause.id, sectionOf(clause.id))
  return (
    <section ref={box} tabIndex={-1} className="notice-panel" aria-label={text.clauseReading(cite(clause.id))}>
      <div className="notice-panel-head">
        <h3 className="ref">{cite(clause.id)}</h3>
        <button type="button" onClick={onClose}>
          {text.close}
        </button>
      </div>
      <blockquote lang="zh-Hans">{clause.quote}</blockquote>
      {clause.correction === undefined ? null : (
        <CorrectedNote correction={clause.correction}>
          <p className="cap">{corrected.by(called(clause.correction.correctedBy), clause.correction.correctedOn)}</p>
        </CorrectedNote>
      )}
      <dl>
        <Term name={text.direction}>
          <span className={clause.direction === 'bonus' || clause.direction === 'earn' ? 'gained' : 'lost'}>
            {text[clause.direction]}
          </span>
        </Term>
        <Term name={text.amount}>
          <AmountWords clause={clause} />
        </Term>
        <Term name={text.per}>
          {[
            ...(clause.per.length > 0 ? [text.perUnit(clause.per.join(text.listComma))] : []),
            ...(clause.perSpan === null ? [] : [text.perSpan(clause.perSpan)]),
          ].join(text.listComma) || text.perNone}
        </Term>
        <Term name={text.cap}>{capWords(clause) ?? text.capNone}</Term>
        {clause.conditions.length === 0 ? null : (
          <Term name={text.conditions}>
            {clause.conditions.map((condition) => (
              <span key={condition.kind} className="notice-condition">
                {conditionInWords(condition)}
              </span>
            ))}
          </Term>
        )}
        <Term name={text.price}>{priceInWords(clause)}</Term>
        {clause.standing.kind === 'recorded' ? <Term name={text.standing}>{clause.standing.because}</Term> : null}
        {may('detection.read') ? (
          <Term name={text.feed}>
            <ClauseFeeds assessmentId={assessmentId} rubricId={rubric.id} clauseId={clause.id} cite={cite} />
          </Term>
        ) : null}
        <Term name={text.original}>
          {notice.placeOf(clause.span) ?? text.span(clause.span.start + 1, clause.span.end)}
        </Term>
      </dl>
      {touched.length === 0 ? null : (
        <ul className="notice-touching">
          {touched.map(({ question, answer, number, decidedBy }) => (
            <li key={question.id}>
              {answer === null ? (
                <p className="notice-touching-open">
                  <span className="no">{number}</span> {question.why}
                </p>
              ) : (
                <AnsweredNote number={number} question={question} answer={answer} decidedBy={decidedBy} />
              )}
            </li>
          ))}
        </ul>
      )}
      {may('finding.read') ? <ClauseFindings clause={clause} notice={notice} /> : null}
      <p className="notice-act">
        <WhatIfLink assessmentId={assessmentId} about="clause" of={clause.id} />
      </p>
    </section>
  )

  function capWords({ cap, floor }: Clause): string | null {
    if (cap?.kind === 'none') return text.capUnlimited
    if (cap !== null) return cap.phrase
    return floor === null ? null : text[floor === 'item' ? 'floorItem' : 'floorSection']
  }
}

function AmountWords({ clause: { amount, discretionary } }: { readonly clause: Clause }) {
  const text = useText(noticeText)
  const figure =
    amount.kind === 'fixed'
      ? formatPoints(amount.points)
      : amount.kind === 'range'
        ? `${formatPoints(amount.min)}–${formatPoints(amount.max)}`
        : null
  return (
    <>
      {figure === null ? null : <span className="fig">{figure}</span>}
      {discretionary || amount.kind === 'range' || amount.kind === 'unspecified' ? ` ${text.discretion}` : null}
      {figure === null && amount.kind !== 'unspecified' ? text.seePrice : null}
    </>
  )
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
