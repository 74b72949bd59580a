import { Fragment } from 'react'
import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import { PointsChange, PointsFigure } from '../../ui/score-figures.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import type { PublicResults } from './published-here.ts'
import { SectionFigure } from './section-figure.tsx'
import { publicText } from './public-text.ts'
import { sheetRows } from './sheet-rows.ts'

type Result = PublicResults['results'][number]

/** One center's table: the notice's sentences, how often, what each took or gave, and how the total comes of it. */
export function PublicSheet({ results, result }: { readonly results: PublicResults; readonly result: Result }) {
  const text = useText(publicText)
  const isTied = results.results.filter(({ rank }) => rank === result.rank).length > 1
  return (
    <section aria-labelledby="sheet" aria-live="polite">
      <div className="sec-head">
        <h2 id="sheet">{result.name}</h2>
        <span className="cap">{isTied ? text.rankTied(result.rank) : text.rankOf(result.rank)}</span>
      </div>
      {result.scores === null ? (
        <p className="note">{text.unmade}</p>
      ) : (
        <SheetTable results={results} result={result} />
      )}
      <p className="note public-notes">
        {text.notes} <UnpointedNote results={results} />
      </p>
      <p className="cap">
        {text.code} <code className="public-code">{result.code}</code>
      </p>
    </section>
  )
}

function SheetTable({ results, result }: { readonly results: PublicResults; readonly result: Result }) {
  const text = useText(publicText)
  return (
    <table role="table" className="public-sheet">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {text.section}
          </th>
          <th role="columnheader" scope="col" colSpan={2}>
            {text.criterion}
          </th>
          <th role="columnheader" scope="col" className="e">
            {text.times}
          </th>
          <th role="columnheader" scope="col" className="e">
            {text.moved}
          </th>
          <th role="columnheader" scope="col" className="e">
            {text.points}
          </th>
          <th role="columnheader" scope="col" className="e">
            {text.score}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sheetRows(results.sections, result.scores ?? []).map(({ section, score, rows }) => (
          <Fragment key={section.sectionId}>
            {rows.map((row, at) => (
              <tr role="row" key={row.key} className={at === 0 ? 'g' : ''}>
                {at === 0 ? (
                  <th role="rowheader" scope="rowgroup" rowSpan={rows.length}>
                    {section.label === '' ? '' : `${section.label}、`}
                    {section.title}
                  </th>
                ) : null}
                <td role="cell" className="ref k">
                  {row.ref}
                </td>
                <td role="cell" className={row.quote === null ? 'dismissed' : 'qt'}>
                  <Unbroken words={row.quote ?? row.words ?? text.nothing} />
                </td>
                <td role="cell" className="q">
                  {row.occurrences === null ? null : `${row.occurrences}${row.unit}`}
                </td>
                <td role="cell" className="num m">
                  <PointsChange points={row.effect} />
                </td>
                {at === 0 ? (
                  <>
                    <td role="cell" className="num f" rowSpan={rows.length}>
                      {section.maxPoints === null ? <small>{text.noPoints}</small> : formatPoints(section.maxPoints)}
                    </td>
                    <td role="cell" className="num t" rowSpan={rows.length}>
                      <SectionFigure score={score} maxPoints={section.maxPoints} />
                    </td>
                  </>
                ) : null}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th role="rowheader" scope="row">
            {text.total}
          </th>
          <td role="cell" colSpan={5} className="eq">
            {result.sentence?.replace(/=[^=]*$/u, '=')}
          </td>
          <td role="cell" className="num t">
            <PointsFigure points={result.score} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function UnpointedNote({ results: { sections } }: { readonly results: PublicResults }) {
  const text = useText(publicText)
  const unpointed = sections.filter(({ maxPoints }) => maxPoints === null)
  return unpointed.length === 0 ? null : text.unpointed(unpointed.map(({ title }) => title).join('”“'))
}
