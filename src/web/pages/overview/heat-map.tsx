import { Link } from 'react-router'
import { formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { Changed } from '../../ui/changed.tsx'
import { signed } from '../../ui/score-figures.tsx'
import { heatStep } from './heat-step.ts'
import { overviewText } from './overview-text.ts'
import type { OverviewRow } from './ranking-table.tsx'

type Section = Answered<'readOverview'>['sections'][number]
type Cell = OverviewRow['cells'][number]

/** Centers by sections: how much of each section is lost. Every cell leads to that section of that sheet. */
export function HeatMap({
  rows,
  sections,
  of,
  sheetOf,
}: {
  readonly rows: readonly OverviewRow[]
  readonly sections: readonly Section[]
  readonly of: string
  readonly sheetOf: (centerId: string) => string
}) {
  const text = useText(overviewText)
  return (
    <div className="overview-heat-box">
      <table className="overview-heat">
        <thead>
          <tr>
            <th className="c0" scope="col">
              <span className="vh">{text.center}</span>
            </th>
            {sections.map(({ sectionId, label, title, maxPoints }) => (
              <th key={sectionId} scope="col">
                <span className="v">{title}</span>
                <b>{label}</b>
                <span className="fig">{maxPoints === null ? text.none : formatPoints(maxPoints)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ centerId, centerName, cells }) => (
            <tr key={centerId}>
              <th scope="row">
                {text.short(centerName)}
                <span className="sfx">{centerName.slice(text.short(centerName).length)}</span>
              </th>
              {sections.map((section, at) => {
                const cell = cells[at]
                return cell === undefined ? (
                  <td key={section.sectionId} />
                ) : (
                  <HeatCell
                    key={section.sectionId}
                    cell={cell}
                    section={section}
                    centerName={centerName}
                    of={of}
                    to={`${sheetOf(centerId)}#${encodeURIComponent(section.sectionId)}`}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HeatCell({
  cell: { change, isOpen },
  section: { title, maxPoints },
  centerName,
  of,
  to,
}: {
  readonly cell: Cell
  readonly section: Section
  readonly centerName: string
  readonly of: string
  readonly to: string
}) {
  const text = useText(overviewText)
  const plain = changeSaid(text, change, maxPoints)
  const said = text.cell(centerName, title, isOpen ? text.withOpen(plain) : plain)
  const step = maxPoints === null ? 'free' : `h${heatStep(-change, maxPoints)}`
  const isSigned = maxPoints === null || change > 0
  const hue = !isSigned ? undefined : change < 0 ? 'lost' : change > 0 ? 'gained' : undefined
  return (
    <td className={isOpen ? `${step} has-open` : step} title={said}>
      {/* Where nothing is lost there is nothing to stop at on the way by keyboard; the pointer may follow all the same. */}
      <Link to={to} className={hue} aria-label={said} tabIndex={change === 0 && !isOpen ? -1 : undefined}>
        <Changed value={change} of={of}>
          {change === 0 ? '' : isSigned ? signed(change) : formatPoints(-change)}
        </Changed>
      </Link>
    </td>
  )
}

function changeSaid(text: (typeof overviewText)['zh'], change: number, maxPoints: number | null): string {
  if (change > 0) return text.gained(formatPoints(change))
  if (maxPoints === null) return change === 0 ? text.neither : text.lostOnly(formatPoints(-change))
  if (change === 0) return text.notLost(formatPoints(maxPoints))
  return text.lostOf(formatPoints(-change), formatPoints(maxPoints), Math.round((-change / maxPoints) * 100))
}
