import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ChangedTable, type ChangedNumber } from '../../ui/changed-table.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RankSlope, type RankMove } from '../../ui/rank-slope.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { findingText } from './finding-text.ts'

/** Every number that an act changed, by the ledger just before and just after it; and what it did not change. */
export function ChangedNumbers({
  assessmentId,
  findingId,
  seq,
  what,
}: {
  readonly assessmentId: string
  readonly findingId: string
  readonly seq: number
  readonly what: string
}) {
  const text = useText(findingText)
  const asked = { params: { assessmentId: assessmentId as never, findingId: findingId as never, seq } }
  const { answer, problem, renew } = useAnswer('readEffect', asked, { isForGood: true })
  if (problem !== null) return <ProblemNotice problem={problem} onAgain={renew} />
  if (answer === null) return <Waiting rows={6} />
  const ranks = answer.numbers.filter((number) => number.what === 'rank')
  const hasOthers = answer.numbers.some((number) => number.what === 'rank' || number.what === 'mean')
  return (
    <section className="finding-section" aria-labelledby={`changes-${seq}`}>
      <div className="sec-head">
        <h2 id={`changes-${seq}`}>{text.changes}</h2>
        <span className="cap">{text.changesAt(answer.from, answer.to)}</span>
      </div>
      <p className="lead">
        {answer.numbers.length === 0 ? text.changesNone : text.changesLead(what, answer.numbers.length)}
      </p>
      {answer.numbers.length === 0 ? null : (
        <div className="finding-changes">
          <div>
            <ChangedTable numbers={answer.numbers} base={`/assessments/${assessmentId}`} />
            <p className="note">
              {hasOthers
                ? text.unchanged(answer.unchangedCenters, answer.unchangedSections)
                : text.unchangedOwn(answer.unchangedSections)}
            </p>
          </div>
          <RankSlope moves={ranks.map(moveOf)} />
        </div>
      )}
    </section>
  )
}

function moveOf({ centerId, centerName, before, after }: ChangedNumber): RankMove {
  return { centerId: centerId ?? '', centerName: centerName ?? '', before: before[0], after: after[0] }
}
