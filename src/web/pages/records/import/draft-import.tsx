import { useText } from '../../../text/language.tsx'
import { useAsk } from '../../../client/use-ask.ts'
import { CheckRows } from './check-rows.tsx'
import { changeDraft, draftOf, unansweredIn, type Draft, type DraftChange, type DraftGround } from './draft.ts'
import { importText } from './import-text.ts'
import { MappingForm } from './mapping-form.tsx'
import { StartImport } from './start-import.tsx'

/** A file read by a profile that is still being written: mapped, checked, confirmed, imported. */
export function DraftImport({
  fileId,
  draft,
  ground,
  known,
  onDraft,
  onOther,
}: {
  readonly fileId: string
  readonly draft: Draft
  readonly ground: DraftGround
  /** The ids of confirmed profiles. */
  readonly known: readonly string[]
  readonly onDraft: (draft: Draft) => void
  readonly onOther: () => void
}) {
  const text = useText(importText)
  const preview = useAsk('previewImport')
  const guess = useAsk('guessProfile')
  const { profile } = draft
  const open = unansweredIn(draft)
  const openCount = open.length + (draft.agreesToIgnore ? 0 : 1)
  const change = (next: DraftChange) => {
    preview.forget()
    onDraft(changeDraft(draft, next, ground))
  }
  const guessAnew = async (dataSet: typeof profile.dataSet) => {
    preview.forget()
    const { id: profileId, title, source } = profile
    const told = await guess.send({ params: { fileId }, query: { profileId, title, source, dataSet } })
    if (told?.ok === true) onDraft(draftOf(told.value.profile, told.value.open))
  }
  return (
    <>
      <MappingForm
        draft={draft}
        ground={ground}
        open={open}
        openCount={openCount}
        isKnownId={known.includes(profile.id)}
        guessProblem={guess.problem}
        onChange={change}
        onDataSet={(dataSet) => void guessAnew(dataSet)}
      />
      <p className="rec-part">
        <button type="button" className="btn" onClick={onOther}>
          {text.otherProfile}
        </button>
      </p>
      <CheckRows
        preview={preview}
        onCheck={() => void preview.send({ params: { fileId }, body: { profile } })}
        open={openCount}
        onMet={(column, values) => change({ kind: 'met', column, values })}
      />
      <StartImport fileId={fileId} profile={profile} isNew isReady={openCount === 0} preview={preview.answer} />
    </>
  )
}
