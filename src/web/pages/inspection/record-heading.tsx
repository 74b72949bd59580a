import { useText } from '../../text/language.tsx'
import { recordsText } from './records-text.ts'
import type { RecordWithFiles } from './record-with-files.ts'
import { clockOf, isToday, partsOf } from './times.ts'

/** Which clause, how often, where, when, with what: the two lines that every record begins with. */
export function RecordHeading({ record, files }: RecordWithFiles) {
  const text = useText(recordsText)
  const { clause, centerName, createdAt, occurrences, remark, place } = record
  const { month, day } = partsOf(createdAt)
  const photos = files.filter(({ kind }) => kind === 'photo').length
  const notes = files.length - photos
  const what = remark.trim() || place.trim() || clause?.quote || ''
  return (
    <>
      <p className="h">
        <b>
          <span className="ref">{clause?.label ?? text.noClause}</span>
          {'　'}
          {what.length > 40 ? what.slice(0, 40) : what}
          {occurrences > 1 ? <span className="nw">×{occurrences}</span> : null}
        </b>
      </p>
      <p>
        {[
          centerName,
          isToday(createdAt) ? clockOf(createdAt) : text.day(month, day),
          ...(photos > 0 ? [text.photoCount(photos)] : []),
          ...(notes > 0 ? [text.voiceCount(notes)] : []),
          ...(files.length === 0 ? [text.noFiles] : []),
        ].join('　')}
      </p>
    </>
  )
}
