import { Link } from 'react-router'
import { useAnswer } from '../../client/use-answer.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { caseNumberText } from '../../ui/case-number-text.ts'
import { PointsChange } from '../../ui/score-figures.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { saidOf } from './effect-sentence.tsx'
import { findingText } from './finding-text.ts'
import { RankSlope } from './rank-slope.tsx'

type ChangedNumber = Answered<'readEffect'>['numbers'][number]

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
            <table role="table" className="tbl">
              <thead role="rowgroup">
                <tr role="row">
                  <th role="columnheader" scope="col">
                    {text.subject}
                  </th>
                  <th role="columnheader" scope="col">
                    {text.number}
                  </th>
                  <th role="columnheader" scope="col" className="r">
                    {text.before}
                  </th>
                  <th role="columnheader" scope="col" className="r">
                    {text.after}
                  </th>
                  <th role="columnheader" scope="col" className="r">
                    {text.difference}
                  </th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                {answer.numbers.map((number, place) => (
                  <ChangedRow
                    key={`${number.centerId}${number.what}${number.ref}`}
                    number={number}
                    isFirst={answer.numbers[place - 1]?.centerId !== number.centerId}
                    base={`/assessments/${assessmentId}`}
                  />
                ))}
              </tbody>
            </table>
            <p className="note">
              {hasOthers
                ? text.unchanged(answer.unchangedCenters, answer.unchangedSections)
                : text.unchangedOwn(answer.unchangedSections)}
            </p>
          </div>
          <RankSlope ranks={ranks} />
        </div>
      )}
    </section>
  )
}

function ChangedRow({
  number,
  isFirst,
  base,
}: {
  readonly number: ChangedNumber
  readonly isFirst: boolean
  readonly base: string
}) {
  const text = useText(findingText)
  const numbers = useText(caseNumberText)
  const { what, centerId, centerName, ref, number: caseOf, label, before, after } = number
  const name =
    what === 'finding' ? (
      <>
        <span className="ref">{label}</span>{' '}
        <Link to={`${base}/findings/${encodeURIComponent(ref ?? '')}`}>{numbers.number(caseOf ?? 0)}</Link>
      </>
    ) : what === 'section' ? (
      label
    ) : (
      text[what]
    )
  const moved = after[0] - before[0]
  return (
    <tr role="row" className={isFirst ? 'is-first' : undefined}>
      <td role="cell" className="nw">
        {isFirst ? (centerId === null ? text.district : centerName) : null}
      </td>
      <td role="cell">{name}</td>
      <td role="cell" className="num">
        <span className="was">{saidOf(number, 'before', text.tied)}</span>
      </td>
      <td role="cell" className="num">
        <b>{saidOf(number, 'after', text.tied)}</b>
      </td>
      <td role="cell" className="r nw">
        {what === 'range' ? null : what === 'rank' ? (
          moved === 0 ? null : moved < 0 ? (
            text.up(-moved)
          ) : (
            text.down(moved)
          )
        ) : (
          <PointsChange points={moved} />
        )}
      </td>
    </tr>
  )
}
