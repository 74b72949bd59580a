import { useCallback, useMemo, useState } from 'react'
import type { ClauseId, QuestionId } from '../../../core/kernel/identifiers.ts'
import { allClauses } from '../../../core/rubric/find-clause.ts'
import type { AskedCorrection } from '../../../core/rubric/correction.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { citation } from '../notice/margin-questions.ts'
import { Paper } from '../notice/paper.tsx'
import { ReadingProvider, type ReadingState } from '../notice/reading-context.tsx'
import { setNotice } from '../notice/set-notice.ts'
import type { Compiled } from './compiled.ts'
import { correctionText } from './correction/correction-text.ts'
import { noticesText } from './notices-text.ts'
import type { Correcting } from './reading-clause.tsx'
import { ReadingList } from './reading-list.tsx'
import { StaleCorrections } from './stale-corrections.tsx'

/** Text and reading, each sentence of the one leading to its rule in the other. */
export function SideBySide({
  source,
  compiled,
  corrections,
  onCorrect,
  onAgain,
}: {
  readonly source: string
  readonly compiled: Compiled
  readonly corrections: readonly AskedCorrection[]
  readonly onCorrect: (corrections: readonly AskedCorrection[]) => void
  readonly onAgain: () => void
}) {
  const text = useText(noticesText)
  const corrected = useText(correctionText)
  const say = useSay()
  const isWide = useWide(992)
  const { rubric, read, refusals } = compiled
  const [chosen, setChosen] = useState<ClauseId | null>(null)
  const paper = useMemo(() => setNotice(source, rubric), [source, rubric])
  const clauses = allClauses(rubric).length
  const toText = useCallback((clauseId: ClauseId) => {
    setChosen(clauseId)
    showAnchor(`clause:${clauseId}`)
  }, [])
  const others = (clauseId: ClauseId) => corrections.filter((one) => one.clauseId !== clauseId)
  const [correctedClause, setCorrectedClause] = useState<ClauseId | null>(null)
  const correcting: Correcting = {
    open: correctedClause,
    onOpen: (clauseId) => {
      setCorrectedClause(clauseId)
      // Beside each other only: one under the other, the page itself would leave the form for the text.
      if (clauseId !== null && isWide) toText(clauseId)
      else setChosen(clauseId)
    },
    onGive: (correction) => {
      setCorrectedClause(null)
      onCorrect([...others(correction.clauseId), correction])
      say(corrected.given(citation(read, correction.clauseId)))
    },
    onWithdraw: (clauseId) => {
      setCorrectedClause(null)
      onCorrect(others(clauseId))
      say(corrected.withdrawn(citation(read, clauseId)))
    },
  }
  const reading = useMemo<ReadingState>(
    () => ({
      isPlain: false,
      openClause: chosen,
      toggle: (clauseId) => {
        setChosen(clauseId)
        showRow(`read-${clauseId}`)
      },
      openQuestion: (questionId: QuestionId) => showRow(`question-${questionId}`),
      addressOfClause: (clauseId) => `#read-${clauseId}`,
      questionsAt: (clauseId) =>
        rubric.questions.flatMap(({ id, clauseIds }, place) =>
          clauseIds[0] === clauseId ? [{ id, number: place + 1, label: text.questionNumber(place + 1) }] : [],
        ),
    }),
    [chosen, rubric, text],
  )
  return (
    <ReadingProvider state={reading}>
      <p className="notices-result" role="status">
        <span>
          {clauses === 0 ? text.noClause : text.result(rubric.sections.length, clauses, rubric.questions.length)}
        </span>
        <button type="button" className="btn sm" onClick={onAgain}>
          {text.again}
        </button>
      </p>
      <StaleCorrections
        refusals={refusals}
        corrections={corrections}
        cite={(clauseId) => citation(read, clauseId)}
        onWithdraw={correcting.onWithdraw}
      />
      <div className="notices-both">
        <section aria-label={text.text} className="notices-text" tabIndex={0}>
          <Paper notice={paper} rubric={rubric} />
        </section>
        <section aria-label={text.reading} className="notices-reading" tabIndex={0}>
          <ReadingList compiled={compiled} source={source} chosen={chosen} onClause={toText} correcting={correcting} />
        </section>
      </div>
    </ReadingProvider>
  )
}

function showAnchor(anchor: string): void {
  document.querySelector(`[data-anchor="${CSS.escape(anchor)}"]`)?.scrollIntoView({ block: 'center' })
}

function showRow(id: string): void {
  const row = document.getElementById(id)
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
}
