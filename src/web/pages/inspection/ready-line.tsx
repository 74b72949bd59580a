import { useNavigate } from 'react-router'
import { sendAgain, takeBack } from '../../offline/record-acts.ts'
import { unreachable } from '../../client/problem.ts'
import { useText } from '../../text/language.tsx'
import { recordsText } from './records-text.ts'
import { linkTo } from './place-in-page.ts'
import { RecordHeading } from './record-heading.tsx'
import type { RecordWithFiles } from './record-with-files.ts'
import { Bar } from './section-progress.tsx'
import { clockOf } from './times.ts'
import { usePhone } from './use-phone.tsx'

/** How far it has come in pieces, what went wrong last, and what a person can do about it. */
export function ReadyLine({ record, files }: RecordWithFiles) {
  const text = useText(recordsText)
  const go = useNavigate()
  const { store, outbox } = usePhone()
  const sent = files.filter(({ isConfirmed }) => isConfirmed).length
  const { held } = record
  const mend = async () => {
    if (await takeBack(store, record.id)) await go(linkTo({ tab: 'record', recordId: record.id }))
  }
  const again = async () => {
    await sendAgain(store, record.id)
    outbox.wake()
  }
  const said = trouble()
  return (
    <li className={held === null ? '' : 'held'}>
      <RecordHeading record={record} files={files} />
      {files.length === 0 ? null : (
        <p className="up">
          <Bar share={shareOf(files)} />
          <span className="nw">{text.pieces(sent, files.length)}</span>
        </p>
      )}
      {said === null ? null : <p className={held === null ? 'er' : 'er hold'}>{said}</p>}
      {record.isClockWrong ? <p className="er">{text.clockWrong}</p> : null}
      <p className="insp-acts">
        {held === null && record.attempts > 0 ? null : (
          <button type="button" className="insp-small" onClick={() => void mend()}>
            {held === null ? text.takeBack : text.mend}
          </button>
        )}
        {held === null ? null : (
          <button type="button" className="insp-small" onClick={() => void again()}>
            {text.again}
          </button>
        )}
      </p>
    </li>
  )

  function trouble(): string | null {
    const last = held ?? record.trouble
    if (last === null) return null
    if (last.code === 'upload-digest-differs' && last.said === '') return text.digestDiffers
    if (last.code !== unreachable().code) return last.said
    return files.length > 0 && sent === files.length ? text.noReceipt : text.lineBroke(clockOf(last.at), sent)
  }
}

function shareOf(files: RecordWithFiles['files']): number {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0)
  return all === 0 ? 0 : files.reduce((sum, { offset }) => sum + offset, 0) / all
}
