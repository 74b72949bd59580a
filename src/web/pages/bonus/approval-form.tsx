import { Button, Input, InputNumber, Radio } from 'antd'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../core/kernel/points.ts'
import { openPriceOf } from '../../../core/rubric/clause-needs.ts'
import { findClause } from '../../../core/rubric/find-clause.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import type { Answered } from '../../client/call.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { AmountAxis } from '../finding/amount-axis.tsx'
import { amountChoice } from '../finding/amount-choices.ts'
import { EffectSentence } from '../finding/effect-sentence.tsx'
import { missingIn, type ApprovalDraft } from './approval-draft.ts'
import { bonusText } from './bonus-text.ts'

export function ApprovalForm({
  shown: { bonus },
  rubric,
  assessmentId,
  draft,
  change,
  isSending,
  onSend,
}: {
  readonly shown: Answered<'readBonus'>
  readonly rubric: Rubric
  readonly assessmentId: AssessmentId
  readonly draft: ApprovalDraft
  readonly change: (part: Partial<ApprovalDraft>) => void
  readonly isSending: boolean
  readonly onSend: () => void
}) {
  const text = useText(bonusText)
  const { decision, occurrences, reason } = draft
  const isApproval = decision === 'approve'
  const clause = findClause(rubric, bonus.clauseId)
  const price = clause === null ? null : openPriceOf(rubric, clause)
  const choice = price === null ? null : amountChoice(price)
  const missing = missingIn(draft, { isPriced: choice !== null })
  // Until an amount is chosen the least is tried, and the sentence says so.
  const tried = choice === null ? null : (draft.points ?? choice.least)
  const { answer: preview } = useAnswer('previewBonus', {
    params: { assessmentId, bonusId: bonus.bonusId },
    query: isApproval ? { decision, occurrences, ...(tried === null ? {} : { points: tried as never }) } : { decision },
  })
  const total = preview?.numbers.find(({ what, centerId }) => what === 'total' && centerId === bonus.centerId)
  const gained = total === undefined ? 0 : total.after[0] - total.before[0]
  return (
    <form
      className="finding-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === null) onSend()
      }}
    >
      <Radio.Group
        aria-label={text.decide}
        optionType="button"
        value={decision}
        options={[
          { value: 'approve', label: text.approve },
          { value: 'reject', label: text.reject },
        ]}
        onChange={({ target }) => change({ decision: target.value as ApprovalDraft['decision'] })}
      />
      {isApproval && bonus.proposed > 1 ? (
        <div className="finding-facts">
          <label>
            <span>{text.occurrences}</span>
            <InputNumber
              aria-label={text.occurrences}
              min={1}
              max={bonus.proposed}
              precision={0}
              value={occurrences}
              onChange={(value) => change({ occurrences: value ?? 1 })}
            />
            <span className="cap">{text.occurrencesOf(bonus.proposed)}</span>
          </label>
        </div>
      ) : null}
      {isApproval && choice !== null ? (
        <AmountAxis
          choice={choice}
          points={draft.points}
          onChange={(points) => change({ points })}
          precedents={[]}
          isGain
        />
      ) : null}
      {preview === null ? null : (
        <EffectSentence
          preview={preview}
          centerId={bonus.centerId}
          isAmountMissing={isApproval && missing === 'amount'}
        />
      )}
      <label className="finding-why">
        <span>
          {text.reason}{' '}
          <span className="cap">{isApproval && choice === null ? text.reasonOptional : text.reasonRequired}</span>
        </span>
        <Input.TextArea
          aria-label={text.reason}
          rows={5}
          maxLength={4000}
          value={reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
      </label>
      <div className="finding-go">
        <Button type="primary" htmlType="submit" loading={isSending} disabled={missing !== null}>
          {!isApproval ? text.goReject : gained === 0 ? text.goApproveNothing : text.goApprove(formatPoints(gained))}
        </Button>
        {missing === 'amount' ? <span className="cap">{text.needsAmount}</span> : null}
      </div>
    </form>
  )
}
