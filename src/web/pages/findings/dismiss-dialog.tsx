import { Input } from 'antd'
import { memo, useState } from 'react'
import { useAct } from '../../client/use-act.ts'
import { useText } from '../../text/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { ListedFinding } from './finding-row.tsx'
import { findingsText } from './findings-text.ts'

/** 不予认定, from the list: the reason is required. Null shows nothing. */
export const DismissDialog = memo(function DismissDialog({
  view,
  assessmentId,
  onClose,
}: {
  readonly view: ListedFinding | null
  readonly assessmentId: string
  readonly onClose: () => void
}) {
  const text = useText(findingsText)
  const say = useSay()
  const { send, isSending, problem, forget } = useAct('dismissFinding')
  const [reason, setReason] = useState('')
  const title = findingTitle(view?.finding.description ?? '')
  const close = () => {
    forget()
    setReason('')
    onClose()
  }
  const dismiss = async () => {
    if (view === null || reason.trim() === '') return
    const { findingId } = view.finding
    const told = await send({
      params: { assessmentId: assessmentId as never, findingId },
      body: { reason: reason.trim() },
      seen: view.version,
    })
    if (!told.ok) return
    say(text.dismissed(title))
    close()
  }
  return (
    <Dialog
      open={view !== null}
      title={text.dismissTitle}
      okText={text.dismissGo}
      cancelText={text.cancel}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={isSending}
      onOk={() => void dismiss()}
      onCancel={close}
    >
      <p>{text.dismissLead(title)}</p>
      <label>
        {text.reason}
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={4000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </Dialog>
  )
})
