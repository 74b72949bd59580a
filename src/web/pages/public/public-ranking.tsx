import { Link } from 'react-router'
import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import { Beam, placeOn, scaleOf, ticksOf } from '../../ui/beam.tsx'
import { PointsFigure } from '../../ui/score-figures.tsx'
import type { PublicResults } from './published-here.ts'
import { publicText } from './public-text.ts'
import { SectionFigure } from './section-figure.tsx'

export function PublicRanking({
  results,
  chosenId,
}: {
  readonly results: PublicResults
  readonly chosenId: string | null
}) {
  const text = useText(publicText)
  const { sections } = results
  const scale = scaleOf(results.results.map(({ score }) => score))
  return (
    <section aria-labelledby="ranking">
      <div className="sec-head">
        <h2 id="ranking">{text.ranking}</h2>
        <span className="cap">{text.rankingNote}</span>
      </div>
      <div className="public-wide" role="region" aria-label={text.ranking} tabIndex={0}>
        <table className="tbl public-ranking">
          <thead>
            <tr>
              <th scope="col">{text.rank}</th>
              <th scope="col" className="nm">
                {text.center}
              </th>
              <th scope="col" className="r">
                {text.total}
              </th>
              <td className="bm">
                <div className="axis" aria-hidden="true">
                  {ticksOf(scale).map((tick) => (
                    <span key={tick} style={{ left: placeOn(scale, tick) }}>
                      {formatPoints(tick)}
                    </span>
                  ))}
                </div>
              </td>
              {sections.map(({ sectionId, label, title, maxPoints }) => (
                <th key={sectionId} scope="col" className="s" title={title}>
                  <b>{label}</b>
                  <span className="fig">
                    {maxPoints === null ? <small>{text.noPoints}</small> : formatPoints(maxPoints)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {results.results.map((result, place) => (
              <Row key={result.centerId} results={results} place={place} isChosen={result.centerId === chosenId} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="cap public-counts">
        {text.counts(results.counts.substantiated, results.counts.appeals, results.counts.changed)}
      </p>
      <p className="cap public-sections">
        {sections.map(({ sectionId, label, title }) => (
          <span key={sectionId} className="nw">
            <b className="fig">{label}</b> {title}
          </span>
        ))}
      </p>
    </section>
  )
}

function Row({
  results: { results, sections },
  place,
  isChosen,
}: {
  readonly results: PublicResults
  readonly place: number
  readonly isChosen: boolean
}) {
  const text = useText(publicText)
  const result = results[place]
  if (result === undefined) return null
  const scale = scaleOf(results.map(({ score }) => score))
  const tied = results.filter(({ rank }) => rank === result.rank).length
  const isFirst = results[place - 1]?.rank !== result.rank
  return (
    <tr className={`${isFirst ? 'first' : ''} ${isChosen ? 'cur' : ''}`} aria-current={isChosen ? 'true' : undefined}>
      {isFirst ? (
        <td className={tied > 1 ? 'rk tie' : 'rk'} rowSpan={tied}>
          <span className="fig">{result.rank}</span>
          {tied > 1 ? <small>{text.tied}</small> : null}
        </td>
      ) : null}
      <th scope="row" className="nm">
        <Link to={`?center=${encodeURIComponent(result.centerId)}`} preventScrollReset>
          {result.name}
        </Link>
      </th>
      <td className="num sc">
        <PointsFigure points={result.score} isAligned />
      </td>
      <td className="bm">
        <Beam scale={scale} score={result.score} interval={[result.score, result.score]} />
      </td>
      {sections.map(({ sectionId, maxPoints }, at) => {
        const score = result.scores?.[at]?.score ?? null
        return (
          <td key={sectionId} className="num s">
            {score === null ? null : <SectionFigure score={score} maxPoints={maxPoints} />}
          </td>
        )
      })}
    </tr>
  )
}
