/**
 * What a center does about a finding of its own: reply, appeal, put right. The forms stand wherever the finding is shown to it; what
 * is open is asked of the finding itself.
 */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useMay, useSession } from '../client/session.tsx'
import { useText } from '../text/language.tsx'
import { actsOpenTo, type CenterAct, type CenterActProps } from './acts-open-to.ts'
import { AppealForm } from './appeal-form.tsx'
import { centerActsText } from './center-acts-text.ts'
import { PlanForm } from './plan-form.tsx'
import { ReplyForm } from './reply-form.tsx'
import { SubmitForm } from './submit-form.tsx'
import './center-acts.css'

const ACTIONS: Readonly<Record<CenterAct, string>> = {
  reply: 'finding.reply',
  appeal: 'appeal.file',
  submit: 'rectification.submit',
  plan: 'rectification.plan',
}

const FORMS: Readonly<Record<CenterAct, (props: CenterActProps) => ReactNode>> = {
  reply: ReplyForm,
  appeal: AppealForm,
  submit: SubmitForm,
  plan: PlanForm,
}

/** A button for each act that is open; one form at a time opens below. Nothing for whoever is not of the center. */
export function CenterActs({
  finding,
  version,
  today,
  assessmentId,
  first = null,
}: Omit<CenterActProps, 'onDone'> & { readonly today: string; readonly first?: CenterAct | null }) {
  const text = useText(centerActsText)
  const may = useMay()
  const { me } = useSession()
  const [open, setOpen] = useState<CenterAct | null>(first)
  if (me?.centerId !== finding.centerId) return null
  const acts = actsOpenTo(finding, today).filter((act) => may(ACTIONS[act]))
  if (acts.length === 0) return null
  const chosen = open !== null && acts.includes(open) ? open : null
  const Form = chosen === null ? null : FORMS[chosen]
  return (
    <div className="acts no-print">
      <p className="acts-choose">
        {acts.map((act) => (
          <Button
            key={act}
            size="small"
            aria-expanded={chosen === act}
            onClick={() => setOpen(chosen === act ? null : act)}
          >
            {text[act]}
          </Button>
        ))}
      </p>
      {Form === null ? null : (
        <Form
          key={chosen}
          finding={finding}
          version={version}
          assessmentId={assessmentId}
          onDone={() => setOpen(null)}
        />
      )}
    </div>
  )
}
