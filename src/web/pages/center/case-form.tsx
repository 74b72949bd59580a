import { Button, Form, type FormProps } from 'antd'
import type { ReactNode } from 'react'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { EvidenceInput } from '../../center-acts/evidence-input.tsx'
import type { EvidenceFiles } from '../../center-acts/use-evidence.ts'
import { CaseFields, caseSaid, type CaseFieldValues } from './case-fields.tsx'

export type CaseSaid = NonNullable<ReturnType<typeof caseSaid>>

/** What a center tells of itself: the case, what shows it, and the button with what follows from pressing it. */
export function CaseForm({
  rubric,
  what,
  draft,
  kept,
  isSending,
  problem,
  go,
  effect,
  onSaid,
}: {
  readonly rubric: Rubric
  readonly what: 'bonus' | 'breach'
  readonly draft: FormProps<CaseFieldValues>
  readonly kept: EvidenceFiles
  readonly isSending: boolean
  readonly problem: ReactNode
  readonly go: string
  readonly effect: string
  readonly onSaid: (said: CaseSaid) => Promise<void>
}) {
  const submit = (fields: CaseFieldValues) => {
    const said = caseSaid(fields)
    if (said !== null) void onSaid(said)
  }
  return (
    <Form<CaseFieldValues> layout="vertical" className="center-form" {...draft} onFinish={submit}>
      <CaseFields rubric={rubric} what={what} />
      <EvidenceInput kept={kept} />
      {problem}
      <p className="center-go">
        <Button type="primary" htmlType="submit" loading={isSending} disabled={kept.isUnfinished}>
          {go}
        </Button>
        <span className="cap">{effect}</span>
      </p>
    </Form>
  )
}
