import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import { Beam, scaleOf } from '../../ui/beam.tsx'
import { PointsFigure } from '../../ui/score-figures.tsx'
import { StackTable } from '../../ui/stack-table.tsx'
import type { City } from './city-answer.ts'
import { cityText } from './city-text.ts'
import { publicAddress } from './public-address.ts'

type District = City['districts'][number]
type Summary = District['published'][number]

/** One line for each published assessment; a district that has published none has a line that says so. */
export function DistrictsTable({ city }: { readonly city: City }) {
  const text = useText(cityText)
  const rows = city.districts.flatMap((district): readonly Row[] =>
    district.published.length === 0
      ? [{ district, summary: null }]
      : district.published.map((summary) => ({ district, summary })),
  )
  const rates = rows.flatMap(({ summary }) => (summary === null || summary.rate === null ? [] : [summary.rate]))
  const scale = rates.length === 0 ? null : scaleOf(rates)
  return (
    <section aria-labelledby="city-districts">
      <div className="sec-head">
        <h2 id="city-districts">{text.districts}</h2>
        <span className="cap">{text.districtsNote}</span>
      </div>
      <StackTable
        className="city-districts"
        rows={rows}
        keyOf={({ district, summary }) => `${district.district} ${summary?.assessmentId ?? ''}`}
        columns={[
          { head: text.district, isName: true, className: 'nw', cell: (row) => <DistrictName row={row} /> },
          {
            head: text.basis,
            cell: ({ district, summary }) =>
              summary === null ? (
                district.unreadable > 0 ? (
                  text.notKnown
                ) : (
                  text.notPublished
                )
              ) : (
                <span className="city-notice">{summary.noticeNumber ?? summary.title}</span>
              ),
          },
          {
            head: text.publishedOn,
            label: text.publishedOn,
            cell: of(({ publishedOn }) => publishedOn),
            className: 'nw fig',
          },
          { head: text.centers, label: text.centers, cell: of(({ centers }) => centers), className: 'num r' },
          {
            head: text.mean,
            label: text.mean,
            className: 'num r city-mean',
            cell: ({ summary }) => (summary === null ? null : <PointsFigure points={summary.mean} />),
          },
          { head: text.range, label: text.range, cell: of(rangeOf), className: 'num r nw' },
          {
            head: text.rate,
            label: text.rate,
            className: 'city-rate',
            cell: ({ district, summary }) =>
              scale === null || summary?.rate === null || summary?.rate === undefined ? null : (
                <RateFigure name={district.name} rate={summary.rate} scale={scale} />
              ),
          },
          {
            head: text.substantiated,
            label: text.substantiated,
            cell: of(({ counts }) => counts.substantiated),
            className: 'num r',
          },
          { head: text.appeals, label: text.appeals, cell: of(({ counts }) => counts.appeals), className: 'num r' },
          { head: text.changed, label: text.changed, cell: of(({ counts }) => counts.changed), className: 'num r' },
        ]}
      />
      {rates.length === 0 ? null : (
        <p className="cap city-note">
          {text.rateNote}
          {text.scaleNote}。
        </p>
      )}
      {city.districts
        .filter(({ unreadable }) => unreadable > 0)
        .map(({ district, name, unreadable }) => (
          <p key={district} className="city-unreadable" role="status">
            <b>{name}</b> {text.unreadable(unreadable)}
          </p>
        ))}
    </section>
  )
}

interface Row {
  readonly district: District
  readonly summary: Summary | null
}

function DistrictName({ row: { district, summary } }: { readonly row: Row }) {
  const text = useText(cityText)
  return (
    <>
      {summary === null ? (
        district.name
      ) : (
        <a href={publicAddress(district.district, summary.assessmentId)}>{district.name}</a>
      )}
      {district.isSuspended ? <small className="cap"> {text.suspended}</small> : null}
    </>
  )
}

/** A figure of a published line; nothing, and never a zero, where nothing is published. */
function of(figure: (summary: Summary) => string | number): (row: Row) => string | null {
  return ({ summary }) => (summary === null ? null : String(figure(summary)))
}

function rangeOf({ least, most }: Summary): string {
  return `${formatPoints(least)}–${formatPoints(most)}`
}

function RateFigure({
  name,
  rate,
  scale,
}: {
  readonly name: string
  readonly rate: number
  readonly scale: ReturnType<typeof scaleOf>
}) {
  const text = useText(cityText)
  return (
    <span className="city-rate-line" role="img" aria-label={text.rateSaid(name, formatPoints(rate))}>
      <span className="fig">{formatPoints(rate)}%</span>
      <Beam scale={scale} score={rate} interval={[rate, rate]} />
    </span>
  )
}
