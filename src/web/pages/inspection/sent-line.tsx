import { describeRecord } from '../../offline/describe-record.ts'
import { useText } from '../../text/language.tsx'
import { recordsText } from './records-text.ts'
import { Photo } from './photo.tsx'
import { RecordHeading } from './record-heading.tsx'
import type { RecordWithFiles } from './record-with-files.ts'
import { clockOf, isToday, partsOf } from './times.ts'
import { Player } from './voice-note.tsx'

/** A sent record stays readable, and says what the server has confirmed. */
export function SentLine({ record, files }: RecordWithFiles) {
  const text = useText(recordsText)
  const confirmed = files.filter(({ isConfirmed }) => isConfirmed).length
  const isClearable = files.some(({ isConfirmed, content }) => isConfirmed && content !== null)
  const { sentAt } = record
  return (
    <li>
      <RecordHeading record={record} files={files} />
      <p>
        {[
          ...(sentAt === null ? [] : [text.sentAt(isToday(sentAt) ? clockOf(sentAt) : dayAndClock(sentAt))]),
          ...(files.length === 0 ? [] : [text.confirmed(confirmed, files.length)]),
          ...(isClearable ? [text.clearable] : []),
        ].join('　')}
      </p>
      {record.isClockWrong ? <p className="er">{text.clockWrong}</p> : null}
      <details>
        <summary>{text.open}</summary>
        <p className="insp-quote">{record.clause?.quote}</p>
        <p className="insp-said">{describeRecord(record)}</p>
        <div className="insp-photos">
          {files.map((file, place) =>
            file.content === null ? (
              <small key={file.id} className="cap">
                {text.cleared}
              </small>
            ) : file.kind === 'photo' ? (
              <Photo key={file.id} file={file} name={text.photo(place + 1)} />
            ) : (
              <Player key={file.id} content={file.content} />
            ),
          )}
        </div>
      </details>
    </li>
  )

  function dayAndClock(time: NonNullable<typeof sentAt>): string {
    const { month, day } = partsOf(time)
    return `${text.day(month, day)} ${clockOf(time)}`
  }
}
