import type { ReactNode } from 'react'
import { findDataSet } from '../../../../core/records/data-sets.ts'
import { useText } from '../../../text/language.tsx'
import { minuteOf } from '../figures.ts'
import type { AdoptedDetection } from './by-clause.ts'
import { detectionsText } from './detections-text.ts'

/** One detection as it was adopted: what it can show, where its numbers come from, and its text to the letter. */
export function DetectionEntry({
  detection: { name, at, text: sql, read },
  children,
}: {
  readonly detection: AdoptedDetection
  /** What is done with it. */
  readonly children: ReactNode
}) {
  const text = useText(detectionsText)
  return (
    <section className="rec-detection" id={name}>
      <h4>
        {read?.title ?? name} <code>{name}</code>
      </h4>
      {read === null ? (
        <p className="rec-open">{text.unread}</p>
      ) : (
        <>
          <p>{read.shows}</p>
          <p className="cap">
            {text.data} {read.dataSets.map((one) => findDataSet(one)?.chinese ?? one).join(' · ')}
            {' · '}
            {read.shape === 'measures' ? text.measures : text.rows}
            {' · '}
            {text.adoptedAt(minuteOf(at))}
          </p>
          {read.parameters.length === 0 ? null : (
            <table className="tbl rec-dense">
              <caption className="cap">{text.parameters}</caption>
              <thead className="vh">
                <tr>
                  <th scope="col">{text.name}</th>
                  <th scope="col">{text.value}</th>
                  <th scope="col">{text.because}</th>
                </tr>
              </thead>
              <tbody>
                {read.parameters.map(({ name: parameter, value, unit, because, question }) => (
                  <tr key={parameter}>
                    <th scope="row">
                      <code>{parameter}</code>
                    </th>
                    <td className="nw">
                      <span className="fig">{value}</span> {unit}
                    </td>
                    <td>
                      {because}
                      {question === null ? null : (
                        <div className="open cap">
                          {text.dependsOn(question.questionId)}
                          {' · '}
                          {Object.entries(question.byReading)
                            .map(([reading, number]) => text.byReading(reading, String(number)))
                            .join(' · ')}
                        </div>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
      <details>
        <summary>{text.sql}</summary>
        <pre className="rec-sql" tabIndex={0}>
          {sql}
        </pre>
      </details>
      {children}
    </section>
  )
}
