import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import { Beam, scaleOf } from '../../ui/beam.tsx'
import { PointsFigure, signed } from '../../ui/score-figures.tsx'
import type { Basis } from './city-answer.ts'
import { cityText } from './city-text.ts'
import { publicAddress } from './public-address.ts'

/** Means of districts with their sections: a wide table that scrolls within the page on a phone. */
export function AlikeDistricts({ basis: { districts, sections } }: { readonly basis: Basis }) {
  const text = useText(cityText)
  const scale = scaleOf(districts.map(({ mean }) => mean))
  return (
    <div className="city-wide" role="region" aria-label={text.ofDistricts} tabIndex={0}>
      <table className="tbl city-ranking">
        <caption className="cap">{text.ofDistricts}</caption>
        <thead>
          <tr>
            <th scope="col">{text.rank}</th>
            <th scope="col">{text.district}</th>
            <th scope="col" className="r">
              {text.mean}
            </th>
            <td className="city-beam" />
            {sections.map(({ label, title, maxPoints }) => (
              <th key={`${label} ${title}`} scope="col" className="r" title={title}>
                <b>{label === '' ? title : label}</b>
                <small>{maxPoints === null ? text.noPoints : text.of(formatPoints(maxPoints))}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {districts.map(({ district, assessmentId, name, rank, mean, sections: means }) => (
            <tr key={`${district} ${assessmentId}`}>
              <td className="fig">
                {rank}
                {districts.filter((other) => other.rank === rank).length > 1 ? <small> {text.tied}</small> : null}
              </td>
              <th scope="row" className="nw">
                <a href={publicAddress(district, assessmentId)}>{name}</a>
              </th>
              <td className="num r">
                <PointsFigure points={mean} />
              </td>
              <td className="city-beam">
                <Beam scale={scale} score={mean} interval={[mean, mean]} />
              </td>
              {sections.map(({ label, title, maxPoints }, at) => (
                <td key={`${label} ${title}`} className="num r">
                  {means === null ? null : sectionFigure(means[at] ?? 0, maxPoints)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Without points it is what was won or lost. */
function sectionFigure(mean: number, maxPoints: number | null) {
  return maxPoints === null ? (
    <span className={`fig ${mean < 0 ? 'lost' : mean > 0 ? 'gained' : ''}`}>{signed(mean)}</span>
  ) : (
    <PointsFigure points={mean} />
  )
}
