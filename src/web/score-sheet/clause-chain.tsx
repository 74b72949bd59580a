import { useState } from 'react'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { useText } from '../text/language.tsx'
import { CaseRow } from './case-row.tsx'
import { ClauseCell } from './clause-cell.tsx'
import type { NumberedQuestion } from './clause-questions.ts'
import { scoreSheetText } from './score-sheet-text.ts'
import type { Clause, ExplainedSections, ScoreLine } from './sheet-answer.ts'

const ROWS_AT_FIRST = 8

/** From the clause to its findings, their evidence, records and decisions. */
export function ClauseChain({
  clause,
  quote,
  lines,
  explained,
  questions,
  knownBy,
}: {
  readonly clause: Clause
  readonly quote: string
  /** All lines of the section, with their sentences in the same order. */
  readonly lines: readonly ScoreLine[]
  readonly explained: ExplainedSections[number]['lines']
  /** What the notice leaves open about the clause. */
  readonly questions: readonly NumberedQuestion[]
  readonly knownBy: PlainDate | null
}) {
  const text = useText(scoreSheetText)
  const [isWhole, setWhole] = useState(false)
  const places = isWhole ? clause.lines : clause.lines.slice(0, ROWS_AT_FIRST)
  const hidden = clause.lines.length - places.length
  const cell = (rows: number) => <ClauseCell clause={clause} quote={quote} questions={questions} rows={rows} />
  return (
    <>
      <table role="table" className="tbl">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="k1">
              {text.clause}
            </th>
            <th role="columnheader" scope="col" className="k2">
              {text.matter}
            </th>
            <th role="columnheader" scope="col" className="k3">
              {text.evidence}
            </th>
            <th role="columnheader" scope="col" className="k4">
              {text.records}
            </th>
            <th role="columnheader" scope="col" className="k5">
              {text.decision}
            </th>
            <th role="columnheader" scope="col" className="r k6">
              {clause.effect > 0 ? text.gain : text.points}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {places.length === 0 ? (
            <tr role="row">
              {cell(1)}
              <td role="cell" className="k2" colSpan={5}>
                {clause.why === '' ? text.noMatter : clause.why}
              </td>
            </tr>
          ) : (
            places.flatMap((place, at) => {
              const line = lines[place]
              return line === undefined ? (
                []
              ) : (
                <CaseRow
                  key={place}
                  line={line}
                  sentence={explained[place]?.sentence ?? ''}
                  knownBy={knownBy}
                  first={at === 0 ? cell(places.length) : null}
                />
              )
            })
          )}
        </tbody>
      </table>
      {hidden > 0 ? (
        <button type="button" className="btn sm" onClick={() => setWhole(true)}>
          {text.more(hidden)}
        </button>
      ) : null}
    </>
  )
}
