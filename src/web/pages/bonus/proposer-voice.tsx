import { formatRational } from '../../../core/kernel/rational.ts'
import type { Answered } from '../../client/call.ts'
import { useSession } from '../../client/session.tsx'
import { useText } from '../../text/language.tsx'
import { EvidenceFigures } from '../../ui/evidence-figures.tsx'
import { eventsOf, shortTime } from '../finding/shown-finding.ts'
import { bonusText } from './bonus-text.ts'

/** The first voice: what is applied for, with what was brought for it. */
export function ProposerVoice({
  shown: { bonus, centerName, history },
  assessmentId,
}: {
  readonly shown: Answered<'readBonus'>
  readonly assessmentId: string
}) {
  const text = useText(bonusText)
  const { me } = useSession()
  const [proposed] = eventsOf(history, 'BonusProposed')
  const facts = [
    [text.occurredOn, bonus.occurredOn],
    [text.occurrences, String(bonus.proposed)],
    [text.measured, bonus.measured === null ? null : formatRational(bonus.measured)],
    [text.level, bonus.level],
  ] as const
  return (
    <article className="finding-voice">
      <header>
        <h2>{text.proposer}</h2>
        <span className="cap">
          {bonus.proposedBy === me?.personId ? text.byMe : centerName}
          {proposed === undefined ? null : ` ${shortTime(proposed.actedAt)}`}
        </span>
      </header>
      <p className="finding-say">{bonus.description}</p>
      <dl className="bonus-facts">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="fig">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {proposed === undefined || proposed.evidence.length === 0 ? (
        <p className="note">{text.noEvidence}</p>
      ) : (
        <EvidenceFigures evidence={proposed.evidence} assessmentId={assessmentId} />
      )}
    </article>
  )
}
