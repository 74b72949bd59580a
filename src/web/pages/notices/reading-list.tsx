import type { ClauseId } from '../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../core/kernel/points.ts'
import { positionOf, type SourceSpan } from '../../../core/kernel/source-span.ts'
import { excerptOf } from '../../../core/notice/source/marked-source.ts'
import { useText } from '../../text/language.tsx'
import { usePlaces } from '../notice/form-place.tsx'
import type { Compiled } from './compiled.ts'
import { noticesText } from './notices-text.ts'
import { ReadingClause, type Correcting } from './reading-clause.tsx'
import { readingRows } from './reading-rows.ts'

/** Everything that was read, in the order of the notice; each line leads to its sentence. */
export function ReadingList({
  compiled: { rubric, read, diagnostics, faults },
  source,
  chosen,
  onClause,
  correcting,
}: {
  readonly compiled: Compiled
  readonly source: string
  readonly chosen: ClauseId | null
  readonly onClause: (clauseId: ClauseId) => void
  readonly correcting: Correcting
}) {
  const text = useText(noticesText)
  const placeOf = usePlaces(source)
  return (
    <>
      {faults.length === 0 ? null : (
        <>
          <h2>{text.faults(faults.length)}</h2>
          <ul className="notices-diagnostics">
            {faults.map(({ code, where, message }) => (
              <li key={`${code}${where}`}>{message}</li>
            ))}
          </ul>
        </>
      )}
      {diagnostics.length === 0 ? null : (
        <>
          <h2>{text.diagnostics(diagnostics.length)}</h2>
          <ul className="notices-diagnostics">
            {diagnostics.map(({ code, severity, message, span }) => (
              <li key={`${code}${span.start}`}>
                <b>{text[severity]}</b> {message} <At span={span} source={source} />
              </li>
            ))}
          </ul>
        </>
      )}
      {rubric.sections.map((section) => (
        <section key={section.id}>
          <h2>
            {section.label} {section.title}
            <span className="cap">
              {section.maxPoints === null ? text.noPoints : text.points(formatPoints(section.maxPoints))}
            </span>
          </h2>
          <ol>
            {section.criteria.flatMap((criterion) =>
              readingRows(criterion, rubric).map((row) => (
                <ReadingClause
                  key={row.clauseId}
                  row={row}
                  read={read}
                  isChosen={row.clauseId === chosen}
                  onClause={onClause}
                  correcting={correcting}
                  place={row.clause === null ? null : placeOf(row.clause.span)}
                />
              )),
            )}
          </ol>
        </section>
      ))}
      {rubric.questions.length === 0 ? null : (
        <section>
          <h2>{text.questions(rubric.questions.length)}</h2>
          <p className="cap">{text.questionsLater}</p>
          <ol>
            {rubric.questions.map(({ id, why, readings, clauseIds, span }, place) => (
              <li key={id} id={`question-${id}`}>
                <button type="button" onClick={() => (clauseIds[0] === undefined ? undefined : onClause(clauseIds[0]))}>
                  <span className="no">{place + 1}</span>
                  <span>{why}</span>
                  <small>{readings.map(({ label }) => label).join(text.separator)}</small>
                  {placeOf(span) === null ? null : <small className="cap">{placeOf(span)}</small>}
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

/** Line and column of a text, as an editor counts them; of a document, where in it. */
function At({ span, source }: { readonly span: SourceSpan; readonly source: string }) {
  const text = useText(noticesText)
  const placeOf = usePlaces(source)
  const shown = excerptOf(source, span)
  return (
    <small className="cap">
      {placeOf(span) ?? atLine()} {shown.text.slice(shown.span.start, Math.min(shown.span.end, shown.span.start + 40))}
    </small>
  )

  function atLine(): string {
    const { line, column } = positionOf(source, span.start)
    return text.at(line, column)
  }
}
