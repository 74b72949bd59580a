import { useEffect, useEffectEvent } from 'react'
import { addressOf, type Answered } from '../../../client/call.ts'
import { useSession } from '../../../client/session.tsx'
import { useAnswer } from '../../../client/use-answer.ts'
import { useAsk } from '../../../client/use-ask.ts'
import { useText } from '../../../text/language.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { ChooseFile } from './choose-file.tsx'
import { FaultTable } from './fault-table.tsx'
import { importText } from './import-text.ts'
import { useBeginUpload } from './use-begin-upload.ts'

/** A file that was sent back: its error file, the way to import it corrected, and every fault in place. */
export function SentBack({ job, fileId }: { readonly job: Answered<'readImport'>; readonly fileId: string | null }) {
  const text = useText(importText)
  const { me } = useSession()
  const begin = useBeginUpload()
  const { importId, profileId, by } = job
  if (me?.personId !== by) return <p className="cap">{text.onlyOwn}</p>
  return (
    <>
      <section className="rec-part" aria-labelledby="rec-correct">
        <div className="sec-head">
          <h2 id="rec-correct">{text.correctTitle}</h2>
        </div>
        <p className="lead">{text.correctLead}</p>
        <p>
          <a className="btn" href={addressOf('readImportErrors', { params: { importId } })} download>
            {text.download}
          </a>
        </p>
        <ChooseFile label={text.chooseCorrected} onChosen={(file) => begin(file, profileId)} />
      </section>
      {fileId === null ? null : <Faults fileId={fileId} profileId={profileId} />}
    </>
  )
}

/** The file lies on the server until it is imported or forgotten: it is checked once more to be shown. */
function Faults({ fileId, profileId }: { readonly fileId: string; readonly profileId: string }) {
  const text = useText(importText)
  const profiles = useAnswer('listProfiles', {}).answer
  const preview = useAsk('previewImport')
  const profile = profiles?.profiles.find((one) => one.profile.id === profileId)?.profile
  const isKnown = profile !== undefined
  const ask = useEffectEvent(() => {
    if (profile !== undefined) void preview.send({ params: { fileId }, body: { profile } })
  })
  useEffect(() => {
    if (isKnown) ask()
  }, [isKnown, fileId])
  if (preview.problem !== null) return null
  return (
    <section className="rec-part" aria-labelledby="rec-faults">
      <div className="sec-head">
        <h2 id="rec-faults">{text.faultsTitle}</h2>
      </div>
      {preview.answer === null ? <Waiting rows={5} /> : <FaultTable faults={preview.answer.faults} />}
    </section>
  )
}
