import { Button, Dropdown } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call, type Asked, type OperationId } from '../client/call.ts'
import type { Problem } from '../client/problem.ts'
import { useSession } from '../client/session.tsx'
import { useText } from '../text/language.tsx'
import { documentMenuText } from './document-menu-text.ts'
import './document-menu.css'
import { ProblemNotice } from './problem-notice.tsx'

type Form = (typeof FORMS)[number]
const FORMS = ['docx', 'xlsx', 'pdf'] as const

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly form: Form }
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'refused'; readonly problem: Problem }

const PATIENCE_MS = 1_000

/** 导出 ▾: one document in the form that a person chooses, saved under the name that the server gives it. */
export function DocumentMenu<Id extends OperationId>({
  operation,
  asked,
  label,
}: {
  readonly operation: Id
  readonly asked: (form: Form) => Asked<Id>
  /** Where a page has several: what is exported. */
  readonly label?: string
}) {
  const text = useText(documentMenuText)
  const { csrfToken } = useSession()
  const [stage, setStage] = useState<Stage>({ kind: 'idle' })
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => () => leaving.current?.abort(), [])
  const make = async (form: Form) => {
    leaving.current?.abort()
    const left = new AbortController()
    leaving.current = left
    setStage({ kind: 'making', form })
    try {
      const told = await call(operation, asked(form), { csrfToken, signal: left.signal })
      if (!told.ok) return setStage({ kind: 'refused', problem: told.problem })
      const fileName = told.fileName ?? `document.${form}`
      saveAs(told.value as Blob, fileName)
      setStage({ kind: 'saved', fileName })
    } catch (error) {
      if (!left.signal.aborted) throw error
    }
  }
  const isMaking = stage.kind === 'making'
  return (
    <div className="document-menu no-print">
      <Dropdown
        trigger={['click']}
        disabled={isMaking}
        menu={{
          items: FORMS.map((form) => ({
            key: form,
            label: text[form],
            onClick: () => void make(form),
          })),
        }}
      >
        <Button aria-haspopup="menu" disabled={isMaking}>
          {label ?? text.document} <span aria-hidden="true">▾</span>
        </Button>
      </Dropdown>
      <span className="cap" role="status">
        {stage.kind === 'making' ? <Slow words={text.making(text[stage.form])} /> : null}
        {stage.kind === 'saved' ? text.saved(stage.fileName) : null}
      </span>
      {stage.kind === 'refused' ? (
        <ProblemNotice problem={stage.problem}>
          <button type="button" className="btn sm" onClick={() => setStage({ kind: 'idle' })}>
            {text.close}
          </button>
        </ProblemNotice>
      ) : null}
    </div>
  )
}

/** Words for whoever waits longer than a moment. */
function Slow({ words }: { readonly words: string }) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isSlow ? words : null
}

/** The address is given back only after the browser has begun to read it. */
function saveAs(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), PATIENCE_MS)
}
