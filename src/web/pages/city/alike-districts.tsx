import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import { Beam, scaleOf } from '../../ui/beam.tsx'
import { PointsFigure, signed } from '../../ui/score-figures.tsx'
import { StackTable, type StackColumn } from '../../ui/stack-table.tsx'
import type { Basis } from './city-answer.ts'
import { cityText } from './city-text.ts'
import { publicAddress } from './public-address.ts'

type District = Basis['districts'][number]

/** Means of districts with their sections; on a phone each district is a block, with the sections by their names. */
export function AlikeDistricts({ basis: { districts, sections } }: { readonly basis: Basis }) {
  const text = useText(cityText)
  const scale = scaleOf(districts.map(({ mean }) => mean))
  const columns: readonly StackColumn<District>[] = [
    {
      head: text.rank,
      label: text.rank,
      className: 'fig',
      cell: ({ rank }) => (
        <>
          {rank}
          {districts.filter((other) => other.rank === rank).length > 1 ? <small> {text.tied}</small> : null}
        </>
      ),
    },
    {
      head: text.district,
      isName: true,
      className: 'nw',
      cell: ({ district, assessmentId, name }) => <a href={publicAddress(district, assessmentId)}>{name}</a>,
    },
    {
      head: text.mean,
      label: text.mean,
      className: 'num r city-mean',
      cell: ({ mean }) => <PointsFigure points={mean} />,
    },
    {
      head: '',
      className: 'city-beam',
      cell: ({ mean }) => <Beam scale={scale} score={mean} interval={[mean, mean]} />,
    },
    ...sections.map(({ label, title, maxPoints }, at): StackColumn<District> => {
      const points = maxPoints === null ? '' : formatPoints(maxPoints)
      return {
        head: label === '' ? title : label,
        headNote: maxPoints === null ? text.noPoints : text.of(points),
        label: text.sectionOf(label, title, points),
        className: 'num r city-section',
        cell: ({ sections: means }) => (means === null ? null : sectionFigure(means[at] ?? 0, maxPoints)),
      }
    }),
  ]
  return (
    <div className="city-wide" role="region" aria-label={text.ofDistricts} tabIndex={0}>
      <p className="cap">{text.ofDistricts}</p>
      <StackTable
        className="city-ranking city-averages"
        rows={districts}
        keyOf={({ district, assessmentId }) => `${district} ${assessmentId}`}
        columns={columns}
      />
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
