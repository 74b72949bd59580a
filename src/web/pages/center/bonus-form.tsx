import { Button, Form } from 'antd'
import { useState } from 'react'
import { id, type AssessmentId, type BonusId, type CenterId } from '../../../core/kernel/identifiers.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { EvidenceInput } from '../../center-acts/evidence-input.tsx'
import { useEvidence } from '../../center-acts/use-evidence.ts'
import { newId } from '../../client/call.ts'
import { useAct } from '../../client/use-act.ts'
import { useDraftPlace } from '../../client/use-draft-place.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useKeptForm } from '../../ui/use-kept-form.ts'
import { CaseFields, caseSaid, type CaseFieldValues } from './case-fields.tsx'
import { centerText } from './center-text.ts'

/** 申报加分: under which clause, what was done and when, and what shows it. */
export function BonusForm({
  assessmentId,
  centerId,
  rubric,
  onDone,
}: {
  readonly assessmentId: AssessmentId
  readonly centerId: CenterId
  readonly rubric: Rubric
  readonly onDone: () => void
}) {
  const text = useText(centerText)
  const say = useSay()
  const draft = useKeptForm<CaseFieldValues>(useDraftPlace(assessmentId, centerId, 'bonus'), { occurrences: 1 })
  const kept = useEvidence()
  const [bonusId] = useState(() => id<BonusId>(newId()))
  const { send, isSending, problem } = useAct('proposeBonus')
  const submit = async (fields: CaseFieldValues) => {
    const said = caseSaid(fields)
    if (said === null) return
    const { unmet: _unmet, ...rest } = said
    const told = await send({ params: { assessmentId }, body: { bonusId, centerId, ...rest, evidence: kept.evidence } })
    if (!told.ok) return
    draft.forget()
    say(text.applied)
    onDone()
  }
  return (
    <Form<CaseFieldValues>
      layout="vertical"
      className="center-form"
      {...draft.props}
      onFinish={(fields) => void submit(fields)}
    >
      <CaseFields rubric={rubric} what="bonus" />
      <EvidenceInput kept={kept} />
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <p className="center-go">
        <Button type="primary" htmlType="submit" loading={isSending} disabled={kept.isUnfinished}>
          {text.applySend}
        </Button>
        <span className="cap">{text.applyEffect}</span>
      </p>
    </Form>
  )
}
