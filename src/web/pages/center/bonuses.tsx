import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AssessmentId, CenterId } from '../../../core/kernel/identifiers.ts'
import { clauseName } from '../../../core/rubric/clause-name.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import type { Answered } from '../../client/call.ts'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { BonusMark } from '../../ui/bonus-mark.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PointsChange } from '../../ui/score-figures.tsx'
import { StackTable } from '../../ui/stack-table.tsx'
import { BonusForm } from './bonus-form.tsx'
import { centerText } from './center-text.ts'

interface Given {
  readonly assessmentId: AssessmentId
  readonly centerId: CenterId
  readonly rubric: Rubric
}

type Bonus = Answered<'listBonuses'>['bonuses'][number]['bonus']

/** What the center applied for, what became of it, and a new application. */
export function Bonuses(given: Given) {
  const text = useText(centerText)
  const may = useMay()
  const { assessmentId, centerId } = given
  const [isOpen, setOpen] = useState(false)
  const asked = { params: { assessmentId }, query: { centerId, limit: 200 } }
  const { answer, problem, renew } = useAnswer('listBonuses', asked)
  return (
    <section id="center-bonuses" aria-labelledby="center-bonuses-head">
      <div className="sec-head">
        <h2 id="center-bonuses-head">{text.bonuses}</h2>
        <span className="cap">{answer === null ? null : text.bonusesCap(answer.bonuses.length)}</span>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer?.bonuses.length === 0 ? <p className="center-none">{text.noBonuses}</p> : null}
      {answer === null || answer.bonuses.length === 0 ? null : (
        <Applications
          bonuses={answer.bonuses.map(({ bonus }) => bonus)}
          rubric={given.rubric}
          base={`/assessments/${assessmentId}`}
        />
      )}
      {!may('bonus.propose') ? null : (
        <p className="center-go no-print">
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {text.applyOpen}
          </Button>
        </p>
      )}
      {isOpen ? <BonusForm {...given} onDone={() => setOpen(false)} /> : null}
    </section>
  )
}

function Applications({
  bonuses,
  rubric,
  base,
}: {
  readonly bonuses: readonly Bonus[]
  readonly rubric: Rubric
  readonly base: string
}) {
  const text = useText(centerText)
  return (
    <StackTable
      rows={bonuses}
      keyOf={({ bonusId }) => bonusId}
      columns={[
        { head: text.clause, className: 'ref', cell: ({ clauseId }) => clauseName(rubric, clauseId) },
        {
          head: text.matter,
          isName: true,
          cell: ({ bonusId, description }) => (
            <Link to={`${base}/bonuses/${encodeURIComponent(bonusId)}`}>{description}</Link>
          ),
        },
        { head: text.occurredOn, className: 'nw fig', cell: ({ occurredOn }) => occurredOn },
        {
          head: text.decided,
          cell: ({ standing, reason }) => (
            <>
              <BonusMark standing={standing} />
              {reason === '' ? null : <p className="cap">{reason}</p>}
            </>
          ),
        },
        {
          head: text.gained,
          className: 'r',
          cell: ({ standing, points, occurrences }) =>
            standing !== 'approved' ? null : points === null ? (
              <span className="cap">{text.asPriced}</span>
            ) : (
              <PointsChange points={points * occurrences} />
            ),
        },
      ]}
    />
  )
}
