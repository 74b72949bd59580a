import { Popconfirm } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Answered } from '../../../client/call.ts'
import { useAct } from '../../../client/use-act.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { sizeOf } from '../figures.ts'
import { ProgressBar } from '../progress-bar.tsx'
import { recordsText } from '../records-text.ts'
import { remainingIn } from '../remaining.ts'
import { useBase } from '../use-base.ts'
import { ChooseFile } from './choose-file.tsx'
import { importText } from './import-text.ts'
import { PrepareImport } from './prepare-import.tsx'
import { useUploads, type Upload } from './uploads.tsx'

/** One file from its upload to its import. Its id is in the address: the page can be reloaded at any moment. */
export function FilePage() {
  const { fileId = '' } = useParams()
  const { upload } = useUploads()
  const own = upload?.fileId === fileId ? upload : null
  const { import: title } = useText(recordsText)
  useTitle(own?.file.name ?? title)
  return own === null || own.stage === 'done' ? <OnServer key={fileId} fileId={fileId} /> : <OnItsWay upload={own} />
}

function OnServer({ fileId }: { readonly fileId: string }) {
  const text = useText(importText)
  const { base } = useBase()
  const { answer, problem, renew } = useAnswer('readRecordFile', { params: { fileId } })
  if (problem?.code === 'upload-unknown')
    return (
      <section className="rec-part">
        <p className="lead">{text.gone}</p>
        <Link to={`${base}/import`}>{text.toImports}</Link>
      </section>
    )
  if (problem !== null) return <ProblemNotice problem={problem} onAgain={renew} />
  if (answer === null) return <Waiting rows={6} />
  return answer.digest === null ? <BrokenOff file={answer} /> : <PrepareImport fileId={fileId} name={answer.fileName} />
}

/** A browser forgets which file it was: only its person can show it again. */
function BrokenOff({ file }: { readonly file: Answered<'readRecordFile'> }) {
  const text = useText(importText)
  const { start } = useUploads()
  const [isOther, setOther] = useState(false)
  const { fileId, fileName, bytes, offset } = file
  const chosen = (again: File) => {
    const isSame = again.name === fileName && again.size === bytes
    setOther(!isSame)
    if (isSame) start(fileId, again)
  }
  return (
    <section className="rec-part">
      <h2>{fileName}</h2>
      <p className="lead">{text.brokenOff(sizeOf(offset), sizeOf(bytes))}</p>
      {isOther ? (
        <p className="problem" role="alert">
          {text.differs(fileName, sizeOf(bytes))}
        </p>
      ) : null}
      <ChooseFile label={text.chooseSame(fileName)} onChosen={chosen} />
      <RemoveFile fileId={fileId} />
    </section>
  )
}

function OnItsWay({ upload }: { readonly upload: Upload }) {
  const text = useText(importText)
  const shared = useText(recordsText)
  const { start } = useUploads()
  const { fileId, file, stage, done, pace, problem } = upload
  const words = [
    stage === 'digesting' ? text.digesting : stage === 'waiting' ? text.lineDown : text.sending,
    shared.ofTotal(sizeOf(done), sizeOf(file.size)),
    pace.perSecond === null ? '' : shared.perSecond(sizeOf(pace.perSecond)),
    remainingIn(shared, pace.remainingSeconds),
  ]
  return (
    <section className="rec-part">
      <h2>{file.name}</h2>
      {problem === null ? (
        <>
          <ProgressBar
            label={text.sending}
            share={file.size === 0 ? null : done / file.size}
            words={words.filter((part) => part !== '').join(' · ')}
          />
          <p className="cap">{text.keepOpen}</p>
        </>
      ) : (
        <ProblemNotice problem={problem} onAgain={() => start(fileId, file)} />
      )}
      <RemoveFile fileId={fileId} />
    </section>
  )
}

function RemoveFile({ fileId }: { readonly fileId: string }) {
  const text = useText(recordsText)
  const { base } = useBase()
  const { stop } = useUploads()
  const { send } = useAct('removeRecordFile')
  const go = useNavigate()
  const remove = async () => {
    stop()
    await go(`${base}/import`)
    await send({ params: { fileId } })
  }
  return (
    <Popconfirm title={text.stopUploadSure} okText={text.yes} cancelText={text.no} onConfirm={() => void remove()}>
      <button type="button" className="btn">
        {text.stop}
      </button>
    </Popconfirm>
  )
}
