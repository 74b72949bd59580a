import { dataSet } from '../../../../core/records/data-sets.ts'
import type { ImportProfile } from '../../../../core/records/import-profile.ts'
import { useText } from '../../../text/language.tsx'
import { importText } from './import-text.ts'
import { CheckRows } from './check-rows.tsx'
import { StartImport } from './start-import.tsx'
import { useAsk } from '../../../client/use-ask.ts'

/** A file read by a profile that was confirmed before. */
export function ConfirmedImport({
  fileId,
  profile,
  onOther,
}: {
  readonly fileId: string
  readonly profile: ImportProfile
  readonly onOther: () => void
}) {
  const text = useText(importText)
  const preview = useAsk('previewImport')
  return (
    <>
      <section className="rec-part" aria-labelledby="rec-profile">
        <div className="sec-head">
          <h2 id="rec-profile">{text.profileTitle}</h2>
        </div>
        <p className="lead">
          {text.chosen(profile.title)}
          {dataSet(profile.dataSet).meaning}
        </p>
        <button type="button" className="btn" onClick={onOther}>
          {text.otherProfile}
        </button>
      </section>
      <CheckRows
        preview={preview}
        onCheck={() => void preview.send({ params: { fileId }, body: { profile } })}
        open={0}
        onMet={null}
      />
      <StartImport fileId={fileId} profile={profile} isNew={false} isReady preview={preview.answer} />
    </>
  )
}
