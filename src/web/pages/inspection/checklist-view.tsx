import { Link } from 'react-router'
import type { CenterId } from '../../../core/kernel/identifiers.ts'
import { newId } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { checklistOf, countSeen, seenAt, type ChecklistEntry } from './checklist.ts'
import { ClauseQuote } from './clause-quote.tsx'
import { inspectionText } from './inspection-text.ts'
import { linkTo } from './place-in-page.ts'
import { headingOf } from './section-progress.tsx'
import { usePhone } from './use-phone.tsx'
import type { TodaysRound } from './use-round.ts'

/** A center's checklist: each clause with its sentence and what to look at; nothing found, or something to record. */
export function ChecklistView({
  center,
  round,
}: {
  readonly center: { readonly centerId: CenterId; readonly name: string }
  readonly round: TodaysRound
}) {
  const text = useText(inspectionText)
  const { rubric, lines } = usePhone()
  const { centerId, name } = center
  const sections = checklistOf(rubric, lines)
  const seen = seenAt(centerId, round.sightings, round.records)
  return (
    <main className="insp-page">
      <p className="insp-head">
        <Link to={linkTo({})}>{text.back}</Link>
        <Link to={linkTo({ tab: 'record', centerId })}>{text.record}</Link>
      </p>
      <h1>{name}</h1>
      {sections.length === 0 ? <p className="insp-empty">{text.noFeeds}</p> : null}
      {sections.map((one) => (
        <section key={one.section.id}>
          <h2>
            {headingOf(one)}
            <span className="num">
              {countSeen(one, seen)}
              <small>/{one.entries.length}</small>
            </span>
          </h2>
          <ul className="insp-checklist">
            {one.entries.map((entry) => (
              <Entry key={entry.clause.id} entry={entry} centerId={centerId} round={round} />
            ))}
          </ul>
        </section>
      ))}
    </main>
  )
}

function Entry({
  entry,
  centerId,
  round,
}: {
  readonly entry: ChecklistEntry
  readonly centerId: CenterId
  readonly round: TodaysRound
}) {
  const text = useText(inspectionText)
  const { clause, label, look } = entry
  const clauseId = clause.id
  const recorded = round.records.filter(
    (record) => record.centerId === centerId && record.clause?.clauseId === clauseId,
  ).length
  const seen = round.sightings.find((one) => one.centerId === centerId && one.clauseId === clauseId)
  return (
    <li>
      <ClauseQuote entry={entry} />
      <p className="insp-look">{look}</p>
      <p className="insp-acts">
        {recorded > 0 ? (
          <span className="mk is-open">{text.recordedMark(recorded)}</span>
        ) : seen !== undefined && seen.visitId !== undefined ? (
          <span className="mk is-sub">{text.toldMark}</span>
        ) : seen !== undefined ? (
          <>
            <span className="mk is-sub">{text.seenMark}</span>
            <button
              type="button"
              className="insp-small"
              aria-label={`${label} ${text.undo}`}
              onClick={() => void round.see(centerId, clauseId, false)}
            >
              {text.undo}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="insp-small"
            aria-label={`${label} ${text.seen}`}
            onClick={() => void round.see(centerId, clauseId, true)}
          >
            {text.seen}
          </button>
        )}
        <Link
          className="insp-small"
          aria-label={`${label} ${text.recordThis}`}
          to={linkTo({ tab: 'record', centerId, clauseId, recordId: newId() })}
        >
          {text.recordThis}
        </Link>
      </p>
    </li>
  )
}
