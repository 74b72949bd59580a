import { Button } from 'antd'
import { useState } from 'react'
import type { RubricId } from '../../../../core/kernel/identifiers.ts'
import { useAct } from '../../../client/use-act.ts'
import { useText } from '../../../text/language.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { detectionsText } from './detections-text.ts'
import { sqlFilesIn, type SqlFiles } from './sql-files.ts'

/** A folder of SQL files, all adopted or none; what is wrong is told by file and line. */
export function AdoptDetections({ rubricId }: { readonly rubricId: RubricId }) {
  const text = useText(detectionsText)
  const adopt = useAct('adoptDetections')
  const [chosen, setChosen] = useState<SqlFiles | null>(null)
  const [adopted, setAdopted] = useState<number | null>(null)
  const take = async (list: FileList | null) => {
    adopt.forget()
    setAdopted(null)
    setChosen(await sqlFilesIn([...(list ?? [])]))
  }
  const send = async (detections: SqlFiles['files']) => {
    const told = await adopt.send({ params: { rubricId }, body: { detections: [...detections] } })
    if (!told.ok) return
    setAdopted(told.value.adopted.length)
    setChosen(null)
  }
  return (
    <section className="rec-part" aria-labelledby="rec-adopt">
      <div className="sec-head">
        <h2 id="rec-adopt">{text.adoptTitle}</h2>
      </div>
      <p className="lead">{text.adoptLead}</p>
      <p className="rec-next">
        <FileButton label={text.chooseFolder} isFolder onFiles={(list) => void take(list)} />
        <FileButton label={text.chooseFiles} isFolder={false} onFiles={(list) => void take(list)} />
      </p>
      {chosen === null ? null : (
        <Chosen chosen={chosen} isSending={adopt.isSending} onAdopt={(files) => void send(files)} />
      )}
      {adopt.problem === null ? null : <ProblemNotice problem={adopt.problem} />}
      {adopted === null ? null : (
        <p className="rec-verdict" role="status">
          {text.adopted(adopted)}
        </p>
      )}
    </section>
  )
}

function Chosen({
  chosen: { files, badNames },
  isSending,
  onAdopt,
}: {
  readonly chosen: SqlFiles
  readonly isSending: boolean
  readonly onAdopt: (files: SqlFiles['files']) => void
}) {
  const text = useText(detectionsText)
  if (files.length === 0) return <p className="problem">{text.noSql}</p>
  if (badNames.length > 0) return <p className="problem">{text.badNames(badNames.join(' · '))}</p>
  return (
    <>
      <p>{text.ready(files.length)}</p>
      <p className="cap">{files.map(({ name }) => name).join(' · ')}</p>
      <Button type="primary" loading={isSending} onClick={() => onAdopt(files)}>
        {text.adopt}
      </Button>
    </>
  )
}

function FileButton({
  label,
  isFolder,
  onFiles,
}: {
  readonly label: string
  readonly isFolder: boolean
  readonly onFiles: (files: FileList | null) => void
}) {
  return (
    <label className="btn rec-file">
      <input
        type="file"
        className="vh"
        multiple
        {...(isFolder ? { webkitdirectory: '' } : { accept: '.sql' })}
        onChange={({ target }) => {
          onFiles(target.files)
          target.value = ''
        }}
      />
      {label}
    </label>
  )
}
