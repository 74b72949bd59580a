import { Button, DatePicker, Input, InputNumber, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { openPriceOf } from '../../../core/rubric/clause-needs.ts'
import { findClause } from '../../../core/rubric/find-clause.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { clauseOptions } from '../findings/clause-options.ts'
import { AmountAxis } from './amount-axis.tsx'
import { amountChoice } from './amount-choices.ts'
import { buttonText } from './what-button-says.ts'
import type { Mode } from './decision-draft.ts'
import { EffectSentence } from './effect-sentence.tsx'
import { decisionText } from './decision-text.ts'
import { PrecedentsTable } from './precedents-table.tsx'
import { ReviewAnswers } from './review-answers.tsx'
import type { ShownFinding } from './shown-finding.ts'
import { reasonOf } from './use-decide.ts'
import type { KeptDraft } from './use-draft.ts'

const PRICED: ReadonlySet<Mode> = new Set(['substantiate', 'amount', 'correct', 'vary'])
const COUNTED: ReadonlySet<Mode> = new Set(['substantiate', 'correct', 'vary'])
const REVIEWS: ReadonlySet<Mode> = new Set(['uphold', 'vary', 'reverse'])

export function DecisionForm({
  shown,
  rubric,
  assessmentId,
  modes,
  kept,
  isSending,
  onSend,
}: {
  readonly shown: ShownFinding
  readonly rubric: Rubric
  readonly assessmentId: string
  readonly modes: readonly Mode[]
  readonly kept: KeptDraft
  readonly isSending: boolean
  readonly onSend: () => void
}) {
  const text = useText(decisionText)
  const { draft, change } = kept
  const { mode } = draft
  const { finding } = shown
  const clause = findClause(rubric, draft.clauseId as never)
  const price = clause === null || !PRICED.has(mode) ? null : openPriceOf(rubric, clause)
  const choice = price === null ? null : amountChoice(price)
  const params = { assessmentId: assessmentId as never, clauseId: draft.clauseId as never }
  const precedents = useAnswer('listPrecedents', choice === null ? null : { params, query: { limit: 50 } }).answer
  const others = precedents?.precedents.filter(({ findingId }) => findingId !== finding.findingId) ?? []
  const preview = useAnswer('previewDecision', previewOf(assessmentId, shown, draft, choice !== null)).answer
  const keys = (choice?.steps ?? [])
    .slice(0, 9)
    .map((points, at) => [String(at + 1), () => change({ points })] as const)
  useKeys(Object.fromEntries(keys))
  const reason = reasonOf(draft)
  const needsAmount = choice !== null && mode !== 'substantiate' && draft.points === null
  const isReady = REVIEWS.has(mode) ? isAnswered(draft.answers, reason) : reason !== ''
  const names: Readonly<Record<Mode, string>> = {
    substantiate: text.substantiate,
    dismiss: text.dismiss,
    amount: text.amount,
    correct: text.correct,
    uphold: text.upheld,
    vary: text.varied,
    reverse: text.reversed,
  }
  return (
    <form
      className="finding-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !needsAmount) onSend()
      }}
    >
      {modes.length < 2 ? null : (
        <Radio.Group
          aria-label={text.decide}
          optionType="button"
          value={mode}
          options={modes.map((one) => ({ value: one, label: names[one] }))}
          onChange={({ target }) => change({ mode: target.value as Mode })}
        />
      )}
      {COUNTED.has(mode) ? (
        <div className="finding-facts">
          {mode === 'substantiate' ? (
            <label className="finding-which">
              <span>{text.clause}</span>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={text.clause}
                popupMatchSelectWidth={420}
                value={draft.clauseId}
                options={clauseOptions(rubric).filter(({ value }) => findClause(rubric, value as never) !== null)}
                onChange={(clauseId) => change({ clauseId, points: null, precedents: [] })}
              />
            </label>
          ) : null}
          <label>
            <span>{text.occurrences}</span>
            <InputNumber
              aria-label={text.occurrences}
              min={1}
              max={finding.occurrences}
              precision={0}
              value={draft.occurrences}
              onChange={(value) => change({ occurrences: value ?? 1 })}
            />
            <span className="cap">{text.occurrencesOf(finding.occurrences)}</span>
          </label>
          {mode === 'substantiate' ? (
            <label>
              <span>{text.occurredOn}</span>
              <DatePicker
                aria-label={text.occurredOn}
                allowClear={false}
                value={dayjs(draft.occurredOn)}
                onChange={(day) => day !== null && change({ occurredOn: day.format('YYYY-MM-DD') })}
              />
            </label>
          ) : null}
        </div>
      ) : null}
      {choice === null ? null : (
        <>
          <AmountAxis
            choice={choice}
            points={draft.points}
            onChange={(points) => change({ points })}
            precedents={others}
          />
          <PrecedentsTable
            precedents={others}
            base={`/assessments/${assessmentId}`}
            cited={draft.precedents}
            onCite={(findingId) =>
              change({
                precedents: draft.precedents.includes(findingId)
                  ? draft.precedents.filter((one) => one !== findingId)
                  : [...draft.precedents, findingId],
              })
            }
          />
        </>
      )}
      {preview === null || mode === 'uphold' ? null : (
        <EffectSentence
          preview={preview}
          centerId={finding.centerId}
          isAmountMissing={choice !== null && draft.points === null}
        />
      )}
      {REVIEWS.has(mode) ? (
        <ReviewAnswers
          grounds={finding.appeal?.grounds ?? ''}
          answers={draft.answers}
          onChange={(answers) => change({ answers })}
        />
      ) : (
        <label className="finding-why">
          <span>
            {text.reason} <span className="cap">{text.reasonHint}</span>
          </span>
          <Input.TextArea
            aria-label={text.reason}
            rows={5}
            maxLength={4000}
            value={draft.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        </label>
      )}
      <div className="finding-go">
        <Button type="primary" htmlType="submit" loading={isSending} disabled={!isReady || needsAmount}>
          {buttonText(text, draft, preview, shown, choice !== null)}
        </Button>
        <span className="cap">
          {kept.isKeepingRefused ? text.draftNotKept : kept.keptAt === null ? null : text.draftKept(kept.keptAt)}
        </span>
      </div>
      {mode === 'substantiate' ? <p className="cap">{text.afterDecision}</p> : null}
    </form>
  )
}

function isAnswered(answers: readonly string[], reason: string): boolean {
  return reason !== '' && answers.length > 0 && answers.every((answer) => answer.trim() !== '')
}

const TRIED = {
  substantiate: 'substantiate',
  amount: 'substantiate',
  dismiss: 'dismiss',
  correct: 'correct',
  vary: 'vary',
  reverse: 'reverse',
} as const

function previewOf(assessmentId: string, { finding }: ShownFinding, draft: KeptDraft['draft'], hasChoice: boolean) {
  if (draft.mode === 'uphold') return null
  const { clauseId, occurrences, occurredOn, points } = draft
  return {
    params: { assessmentId: assessmentId as never, findingId: finding.findingId },
    query: {
      decision: TRIED[draft.mode],
      clauseId: clauseId as never,
      occurrences,
      occurredOn: occurredOn as never,
      ...(hasChoice && points !== null ? { points: points as never } : {}),
    },
  }
}
