import type { Answered } from '../../../client/call.ts'
import { isErrorHeader } from '../../../../core/records/error-columns.ts'
import { useText } from '../../../text/language.tsx'
import { grouped, minuteOf, sizeOf } from '../figures.ts'
import { importText } from './import-text.ts'

const SHOWN_ROWS = 5

/** What the file is, as the server read it. */
export function FileLook({ name, look }: { readonly name: string; readonly look: Answered<'lookIntoRecordFile'> }) {
  const text = useText(importText)
  const { kind, encoding, bytes, digest, header, sample, imported } = look
  const [last] = imported
  return (
    <section className="rec-part" aria-labelledby="rec-look">
      <div className="sec-head">
        <h2 id="rec-look">{name}</h2>
      </div>
      <dl className="rec-facts">
        <div>
          <dt>{text.kind}</dt>
          <dd>{kind}</dd>
        </div>
        {encoding === null ? null : (
          <div>
            <dt>{text.encoding}</dt>
            <dd>{encoding}</dd>
          </div>
        )}
        <div>
          <dt>{text.size}</dt>
          <dd className="fig">{sizeOf(bytes)}</dd>
        </div>
        <div>
          <dt>{text.digest}</dt>
          <dd>
            <code className="rec-digest">{digest}</code>
          </dd>
        </div>
      </dl>
      {last === undefined ? null : (
        <p className="rec-note">{text.importedBefore(minuteOf(last.at), grouped(last.rows))}</p>
      )}
      {isErrorHeader(header) ? <p className="rec-note">{text.errorFile}</p> : null}
      <div className="rec-wide" tabIndex={0} role="group" aria-label={text.firstRows}>
        <table className="tbl rec-dense">
          <caption className="cap">{text.firstRows}</caption>
          <thead>
            <tr>
              {header.map((column, place) => (
                <th key={`${place} ${column}`} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.slice(0, SHOWN_ROWS).map((row, at) => (
              <tr key={`${at} ${row.join('|')}`}>
                {row.map((cell, place) => (
                  <td key={`${place} ${cell}`}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
