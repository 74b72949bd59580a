import { Drawer } from 'antd'
import { useCallback, useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { AssessmentId, ClauseId, QuestionId } from '../../../core/kernel/identifiers.ts'
import { findClause } from '../../../core/rubric/find-clause.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { useMay } from '../../client/session.tsx'
import { useText } from '../../text/language.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { AnsweredNote } from './answered-note.tsx'
import { ClausePanel } from './clause-panel.tsx'
import { usePlaces } from './form-place.tsx'
import { citation, sectionOfClause, type NumberedQuestion } from './margin-questions.ts'
import { WithMargin, type NoteInMargin } from './margin.tsx'
import { noticeText } from './notice-text.ts'
import type { OpenNotice } from './open-notice.ts'
import { Paper } from './paper.tsx'
import { QuestionNote } from './question-note.tsx'
import { ReadingProvider, type ReadingState } from './reading-context.tsx'
import { SectionList } from './section-list.tsx'
import { setNotice } from './set-notice.ts'

/** From here on there is room for notes beside the document. */
const WIDE = 1200

/** The document with its reading. Which clause or question is open stands in the address: `?clause=5.2.1`. */
export function NoticeReading({
  assessmentId,
  rubric,
  source,
  questions,
  isPlain,
  takesAnswers,
}: {
  readonly assessmentId: AssessmentId
  readonly rubric: Rubric
  readonly source: string
  readonly questions: readonly NumberedQuestion[]
  readonly isPlain: boolean
  readonly takesAnswers: boolean
}) {
  const text = useText(noticeText)
  const may = useMay()
  const isWide = useWide(WIDE)
  const [search, setSearch] = useSearchParams()
  const paper = useMemo(() => setNotice(source, rubric), [source, rubric])
  const placeOf = usePlaces(source)
  const clause = findClause(rubric, (search.get('clause') ?? '') as ClauseId)
  const question = questions.find((one) => one.question.id === search.get('question')) ?? null

  const open = useCallback(
    (what: Record<string, string>) => setSearch(what, { replace: true, preventScrollReset: true }),
    [setSearch],
  )
  const close = useCallback(() => {
    const opened = document.querySelector<HTMLElement>('.notice-phrase[aria-expanded="true"]')
    open({})
    opened?.focus({ preventScroll: true })
  }, [open])

  const isOpen = clause !== null
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOpen, close])

  const reading = useMemo<ReadingState>(
    () => ({
      isPlain,
      openClause: clause?.id ?? null,
      toggle: (clauseId) => (clause?.id === clauseId ? close() : open({ clause: clauseId })),
      openQuestion: (questionId: QuestionId) => {
        if (!isWide) return open({ question: questionId })
        const note = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(questionId)}"]`)
        note?.scrollIntoView({ block: 'nearest' })
        note?.querySelector<HTMLElement>('button')?.focus()
      },
      addressOfClause: (clauseId) => `?clause=${encodeURIComponent(clauseId)}`,
      questionsAt: (clauseId) =>
        questions
          .filter((one) => one.answer === null && one.question.clauseIds[0] === clauseId)
          .map((one) => ({ id: one.question.id, number: one.number, label: text.question(one.number) })),
    }),
    [isPlain, clause, close, open, isWide, questions, text],
  )

  const notice: OpenNotice = {
    assessmentId,
    rubric,
    cite: (clauseId) => citation(rubric, clauseId),
    placeOf,
    sectionOf: (clauseId) => sectionOfClause(rubric, clauseId),
  }
  const panel =
    clause === null ? null : <ClausePanel clause={clause} notice={notice} questions={questions} onClose={close} />
  const noteOf = (one: NumberedQuestion, isBrief: boolean) =>
    one.answer === null ? (
      <QuestionNote
        asked={one}
        assessmentId={assessmentId}
        isBrief={isBrief}
        place={placeOf(one.question.span)}
        isOpen={takesAnswers}
        canAnswer={may('question.answer')}
      />
    ) : (
      <AnsweredNote number={one.number} question={one.question} answer={one.answer} decidedBy={one.decidedBy} />
    )
  const notes: readonly NoteInMargin[] = isPlain
    ? []
    : [
        ...questions.map((one) => ({
          id: one.question.id,
          anchor: one.question.clauseIds[0] === undefined ? 'end' : `clause:${one.question.clauseIds[0]}`,
          isPinned: false,
          content: noteOf(one, clause !== null),
        })),
        ...(clause === null ? [] : [{ id: 'clause', anchor: `clause:${clause.id}`, isPinned: true, content: panel }]),
      ]
  return (
    <ReadingProvider state={reading}>
      <div className="notice-layout">
        <SectionList rubric={rubric} questions={questions} />
        <WithMargin notes={notes} isWide={isWide}>
          <Paper notice={paper} rubric={rubric} />
        </WithMargin>
      </div>
      {isWide ? null : (
        <Drawer
          open={!isPlain && (clause !== null || question !== null)}
          onClose={close}
          placement="bottom"
          // Over the body antd stops scrolling by a style that the page's policy forbids.
          getContainer={pageRoot}
          destroyOnHidden
          size="large"
          title={clause === null ? text.openQuestions : text.clauseReading(notice.cite(clause.id))}
          className="notice-drawer"
        >
          {panel}
          {clause !== null || question === null ? null : noteOf(question, false)}
        </Drawer>
      )}
    </ReadingProvider>
  )
}

function pageRoot(): HTMLElement {
  return document.getElementById('page') ?? document.body
}
