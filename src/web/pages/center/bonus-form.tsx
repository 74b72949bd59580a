import { useState } from 'react'
import { id, type AssessmentId, type BonusId, type CenterId } from '../../../core/kernel/identifiers.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { useEvidence } from '../../center-acts/use-evidence.ts'
import { newId } from '../../client/call.ts'
import { useAct } from '../../client/use-act.ts'
import { useDraftPlace } from '../../client/use-draft-place.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useKeptForm } from '../../ui/use-kept-form.ts'
import type { CaseFieldValues } from './case-fields.tsx'
import { CaseForm, type CaseSaid } from './case-form.tsx'
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
  const submit = async ({ unmet: _unmet, ...said }: CaseSaid) => {
    const told = await send({ params: { assessmentId }, body: { bonusId, centerId, ...said, evidence: kept.evidence } })
    if (!told.ok) return
    draft.forget()
    say(text.applied)
    onDone()
  }
  return (
    <CaseForm
      rubric={rubric}
      what="bonus"
      draft={draft.props}
      kept={kept}
      isSending={isSending}
      problem={problem === null ? null : <ProblemNotice problem={problem} />}
      go={text.applySend}
      effect={text.applyEffect}
      onSaid={submit}
    />
  )
}
