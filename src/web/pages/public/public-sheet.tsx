import { Fragment } from 'react'
import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import { PointsChange, PointsFigure } from '../../ui/score-figures.tsx'
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
    <table className="public-sheet">
      <thead>
        <tr>
          <th scope="col">{text.section}</th>
          <th scope="col" colSpan={2}>
            {text.criterion}
          </th>
          <th scope="col" className="e">
            {text.times}
          </th>
          <th scope="col" className="e">
            {text.moved}
          </th>
          <th scope="col" className="e">
            {text.points}
          </th>
          <th scope="col" className="e">
            {text.score}
          </th>
        </tr>
      </thead>
      <tbody>
        {sheetRows(results.sections, result.scores ?? []).map(({ section, score, rows }) => (
          <Fragment key={section.sectionId}>
            {rows.map((row, at) => (
              <tr key={row.key} className={at === 0 ? 'g' : ''}>
                {at === 0 ? (
                  <th scope="rowgroup" rowSpan={rows.length}>
                    {section.label === '' ? '' : `${section.label}、`}
                    {section.title}
                  </th>
                ) : null}
                <td className="ref k">{row.ref}</td>
                <td className={row.quote === null ? 'dismissed' : 'qt'}>{row.quote ?? row.words ?? text.nothing}</td>
                <td className="q">{row.occurrences === null ? null : `${row.occurrences}${row.unit}`}</td>
                <td className="num m">
                  <PointsChange points={row.effect} />
                </td>
                {at === 0 ? (
                  <>
                    <td className="num f" rowSpan={rows.length}>
                      {section.maxPoints === null ? <small>{text.noPoints}</small> : formatPoints(section.maxPoints)}
                    </td>
                    <td className="num t" rowSpan={rows.length}>
                      <SectionFigure score={score} maxPoints={section.maxPoints} />
                    </td>
                  </>
                ) : null}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.total}</th>
          <td colSpan={5} className="eq">
            {result.sentence?.replace(/=[^=]*$/u, '=')}
          </td>
          <td className="num t">
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
