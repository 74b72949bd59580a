import { Button } from 'antd'
import { useState } from 'react'
import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import type { DecisionDraft } from './decision-draft.ts'
import { decisionText } from './decision-text.ts'
import { historySentence, wordsOf } from '../../../core/ledger/history-sentence.ts'
import { historyText } from './history-text.ts'
import { shortTime, type ShownFinding } from './shown-finding.ts'
import { reasonOf } from './use-decide.ts'

/** Two people on one finding: what the other recorded and what this one wrote, side by side. Nothing was done and nothing is lost. */
export function ConflictNotice({
  shown,
  draft,
  onGoOn,
}: {
  readonly shown: ShownFinding
  readonly draft: DecisionDraft
  readonly onGoOn: () => void
}) {
  const text = useText(decisionText)
  const words = useText(historyText)
  const [isCopied, setCopied] = useState(false)
  const later = shown.history.filter(({ seq }) => seq > draft.seen)
  const mine = reasonOf(draft)
  return (
    <section className="problem finding-conflict" role="alert" aria-label={text.conflict}>
      <h3>{text.conflict}</h3>
      <p className="note">{text.conflictLead}</p>
      <div>
        <section>
          <h4>{text.theirs}</h4>
          {later.map((event) => (
            <div key={event.seq}>
              <p>
                <span className="cap">{shortTime(event.recordedAt)}</span> {historySentence(event, words, shown.cited)}
              </p>
              {wordsOf(event) === null ? null : <blockquote>{wordsOf(event)}</blockquote>}
            </div>
          ))}
        </section>
        <section>
          <h4>{text.mine}</h4>
          <p>
            {text[draft.mode === 'amount' ? 'amount' : WORDS[draft.mode]]}
            {draft.points === null ? null : ` ${formatPoints(draft.points)} ${text.points}`}
          </p>
          <blockquote>{mine === '' ? text.noReason : mine}</blockquote>
        </section>
      </div>
      <div className="finding-go">
        <Button type="primary" onClick={onGoOn}>
          {text.goOn}
        </Button>
        <Button
          disabled={mine === ''}
          onClick={() => void navigator.clipboard?.writeText(mine).then(() => setCopied(true))}
        >
          {isCopied ? text.copied : text.copy}
        </Button>
      </div>
    </section>
  )
}

const WORDS = {
  substantiate: 'substantiate',
  dismiss: 'dismiss',
  correct: 'correct',
  uphold: 'goUphold',
  vary: 'varied',
  reverse: 'goReverse',
} as const
