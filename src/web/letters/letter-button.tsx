import { Button } from 'antd'
import { useState } from 'react'
import type { Asked } from '../client/call.ts'
import { useSession } from '../client/session.tsx'
import { useText } from '../text/language.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DocumentMenu } from '../ui/document-menu.tsx'
import { useLetterDraft, type LetterDraft } from './letter-draft.ts'
import { LetterFieldsForm } from './letter-fields.tsx'
import { letterText } from './letter-text.ts'
import './letters.css'

/** The letters, by the contract that makes them. */
const OPERATIONS = {
  notice: 'readFindingNotice',
  rectification: 'readRectificationNotice',
  decision: 'readAppealDecision',
  bulletin: 'readBulletin',
} as const

export type Letter = keyof typeof OPERATIONS
type Operation = (typeof OPERATIONS)[Letter]

/**
 * Makes one letter. Who works in the office is first asked for what only the office knows; a center takes its own letter as it is.
 * `place`: what the letter is about, under which its draft is kept.
 */
export function LetterButton({
  letter,
  params,
  place,
}: {
  readonly letter: Letter
  readonly params: Readonly<Record<string, string>>
  readonly place: string
}) {
  const text = useText(letterText)
  const { me } = useSession()
  const [isOpen, setOpen] = useState(false)
  const isOfOffice = me?.roles.some((role) => role !== 'center') ?? false
  const asked = (fields: LetterDraft) => (form: string) =>
    ({ params, query: { ...fields, form } }) as unknown as Asked<Operation>
  if (!isOfOffice) return <DocumentMenu operation={OPERATIONS[letter]} label={text[letter]} asked={asked({})} />
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {text[letter]}…
      </Button>
      {isOpen ? (
        <LetterDialog letter={letter} place={`${letter}.${place}`} asked={asked} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}

function LetterDialog({
  letter,
  place,
  asked,
  onClose,
}: {
  readonly letter: Letter
  readonly place: string
  readonly asked: (fields: LetterDraft) => (form: string) => Asked<Operation>
  readonly onClose: () => void
}) {
  const text = useText(letterText)
  const { draft, asked: fields, set } = useLetterDraft(place)
  return (
    <Dialog
      open
      title={text[letter]}
      onCancel={onClose}
      footer={
        <div className="letter-foot">
          <DocumentMenu operation={OPERATIONS[letter]} label={text.make} asked={asked(fields)} />
          <Button onClick={onClose}>{text.close}</Button>
        </div>
      }
    >
      <p className="note">{text.lead}</p>
      <LetterFieldsForm draft={draft} onChange={set} hasRequirements={letter === 'bulletin'} />
      <p className="cap">{text.kept}</p>
    </Dialog>
  )
}
