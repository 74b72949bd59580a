import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import { IntervalFigure, PointsChange } from '../../ui/score-figures.tsx'
import { StandingMark } from '../../ui/standing-mark.tsx'
import { findingText } from './finding-text.ts'
import { historySentence, wordsOf } from '../../../core/ledger/history-sentence.ts'
import { historyText } from './history-text.ts'
import { eventsOf, shortTime, type ShownFinding } from './shown-finding.ts'

/** What was decided so far, each with its own words; nothing where nothing was. */
export function DecidedSummary({ shown }: { readonly shown: ShownFinding }) {
  const text = useText(findingText)
  const words = useText(historyText)
  const { finding, history, effect } = shown
  const decided = eventsOf(
    history,
    'FindingSubstantiated',
    'AmountDecided',
    'FindingDismissed',
    'DecisionCorrected',
    'FindingUpheld',
    'FindingVaried',
    'FindingReversed',
    'SuspicionWithdrawn',
  )
  if (decided.length === 0) return finding.standing === 'notified' ? null : <p className="note">{text.undecided}</p>
  const { decision } = finding
  return (
    <section className="finding-decided">
      <p>
        <StandingMark standing={finding.standing} />
        {decision === null ? null : (
          <>
            {'　'}
            <span className="ref">{decision.clauseId}</span> {decision.occurredOn}
            {decision.points === null ? null : (
              <span className="nw">
                {'　'}
                {formatPoints(decision.points)} {text.points}×{decision.occurrences}
              </span>
            )}
          </>
        )}
        {effect === null ? null : (
          <>
            {'　'}
            {effect.between[0] === effect.between[1] ? (
              <PointsChange points={effect.now} />
            ) : (
              <IntervalFigure interval={effect.between} />
            )}
          </>
        )}
      </p>
      {decided.map((event) => (
        <div key={event.seq}>
          <p className="cap">
            {shortTime(event.actedAt)} {historySentence(event, words, shown.cited)}
          </p>
          {wordsOf(event) === null ? null : <p className="finding-say">{wordsOf(event)}</p>}
        </div>
      ))}
    </section>
  )
}
