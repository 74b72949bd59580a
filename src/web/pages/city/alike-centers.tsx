import { useState } from 'react'
import { useText } from '../../text/language.tsx'
import { Beam, scaleOf } from '../../ui/beam.tsx'
import { PointsFigure } from '../../ui/score-figures.tsx'
import type { Basis } from './city-answer.ts'
import { cityText } from './city-text.ts'

const FIRST = 20

/** Centers of all districts that were measured alike, in one ranking. */
export function AlikeCenters({ basis: { centers } }: { readonly basis: Basis }) {
  const text = useText(cityText)
  const [isWhole, setWhole] = useState(false)
  const scale = scaleOf(centers.map(({ score }) => score))
  const shown = isWhole ? centers : centers.slice(0, FIRST)
  return (
    <>
      <table className="tbl city-ranking city-centers">
        <caption className="cap">{text.ofCenters(centers.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.rank}</th>
            <th scope="col">{text.center}</th>
            <th scope="col">{text.district}</th>
            <th scope="col" className="r">
              {text.score}
            </th>
            <td className="city-beam" />
            <th scope="col" className="city-code">
              {text.code}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ district, assessmentId, districtName, centerId, name, rank, score, code }) => (
            <tr key={`${district} ${assessmentId} ${centerId}`}>
              <td className="fig">
                {rank}
                {centers.filter((other) => other.rank === rank).length > 1 ? <small> {text.tied}</small> : null}
              </td>
              <th scope="row">{name}</th>
              <td>{districtName}</td>
              <td className="num r">
                <PointsFigure points={score} />
              </td>
              <td className="city-beam">
                <Beam scale={scale} score={score} interval={[score, score]} />
              </td>
              <td className="code city-code">{code}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {centers.length <= FIRST ? null : (
        <button type="button" className="btn no-print" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? text.fewer : text.allCenters}
        </button>
      )}
    </>
  )
}
