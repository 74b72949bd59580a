import { Fragment, useState } from 'react'
import { useText } from '../../../text/language.tsx'
import { grouped, minuteOf } from '../figures.ts'
import { recordsText } from '../records-text.ts'
import type { CalendarRow } from './calendar-picture.ts'
import { heldText } from './held-text.ts'

/** A real table: the darkness of a cell repeats its number, and an empty cell is told in words to those who do not see it. */
export function CalendarTable({
  months,
  rows,
}: {
  readonly months: readonly string[]
  readonly rows: readonly CalendarRow[]
}) {
  const text = useText(heldText)
  const { none } = useText(recordsText)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <div className="rec-wide" tabIndex={0} role="group" aria-label={text.title}>
      <table className="rec-calendar">
        <thead>
          <tr>
            <td />
            {yearsOf(months).map(([year, span]) => (
              <th key={year} scope="colgroup" colSpan={span} className="rec-year">
                {year}
              </th>
            ))}
            <td colSpan={3} />
          </tr>
          <tr>
            <th scope="col">{text.dataSet}</th>
            {months.map((month) => (
              <th key={month} scope="col" className="fig">
                <abbr title={month}>{Number(month.slice(5))}</abbr>
              </th>
            ))}
            <th scope="col" className="r">
              {text.total}
            </th>
            <th scope="col">{text.sources}</th>
            <th scope="col">{text.lastImport}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ dataSet, chinese, records, sources, lastImportAt, cells, bySource }) => (
            <Fragment key={dataSet}>
              <tr>
                <th scope="row">
                  <button
                    type="button"
                    className="rec-open"
                    aria-expanded={open === dataSet}
                    onClick={() => setOpen(open === dataSet ? null : dataSet)}
                  >
                    {chinese}
                  </button>
                </th>
                {cells.map(({ month, records: count, step }) => (
                  <td key={month} className={`fig rec-step-${step}`}>
                    {count === 0 ? <span className="vh">{text.emptyMonth(chinese, month)}</span> : grouped(count)}
                  </td>
                ))}
                <td className="num">{grouped(records)}</td>
                <td className="cap rec-sources">{sources.join(' · ')}</td>
                <td className="fig cap">{lastImportAt === null ? none : minuteOf(lastImportAt)}</td>
              </tr>
              {open === dataSet ? bySource.map((one) => <SourceRow key={one.source} {...one} />) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One source of a row: how many records of each month, and in how many imports they came. */
function SourceRow({ source, cells }: CalendarRow['bySource'][number]) {
  const text = useText(heldText)
  return (
    <tr className="rec-source">
      <th scope="row">{source}</th>
      {cells.map(({ month, records, imports }) => (
        <td key={month} className="fig">
          {records === 0 ? (
            <span className="vh">{text.emptyMonth(source, month)}</span>
          ) : (
            <>
              {grouped(records)}
              <small>{text.imports(imports)}</small>
            </>
          )}
        </td>
      ))}
      <td className="num">{grouped(cells.reduce((sum, { records }) => sum + records, 0))}</td>
      <td colSpan={2} />
    </tr>
  )
}

function yearsOf(months: readonly string[]): readonly (readonly [year: string, span: number])[] {
  const spans = new Map<string, number>()
  for (const month of months) spans.set(month.slice(0, 4), (spans.get(month.slice(0, 4)) ?? 0) + 1)
  return [...spans]
}
