import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from 'antd'
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState, type MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import { useText } from '../../text/language.tsx'
import { FindingRow, type ListedFinding } from './finding-row.tsx'
import { findingsText } from './findings-text.ts'

const ROW_PX = 59
const MARGIN_ROWS = 8

/** Only the rows in sight are in the page, however many are listed; the table says how many there are. */
export const FindingsTable = memo(function FindingsTable({
  rows,
  total,
  here,
  onHere,
  selected,
  onSelect,
  onSelectAll,
  later,
  maySelect,
  linkTo,
  daysLeftOf,
  onNearEnd,
}: {
  readonly rows: readonly ListedFinding[]
  readonly total: number
  readonly here: number
  readonly onHere: (index: number) => void
  readonly selected: ReadonlySet<string>
  readonly onSelect: (findingId: string) => void
  readonly onSelectAll: (isAll: boolean) => void
  readonly later: ReadonlySet<string>
  readonly maySelect: boolean
  readonly linkTo: { readonly base: string; readonly search: string }
  readonly daysLeftOf: (view: ListedFinding) => number | null
  readonly onNearEnd: () => void
}) {
  const text = useText(findingsText)
  const table = useRef<HTMLTableElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = table.current
    if (element !== null) setTop(element.getBoundingClientRect().top + scrollY + (element.tHead?.offsetHeight ?? 0))
  }, [rows.length === 0])
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: MARGIN_ROWS,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.finding.findingId ?? index,
  })
  const shown = virtualizer.getVirtualItems()
  const first = shown[0]
  const last = shown.at(-1)
  const isNearEnd = last !== undefined && last.index >= rows.length - 3 * MARGIN_ROWS
  useEffect(() => {
    if (isNearEnd) onNearEnd()
  }, [isNearEnd, rows.length])
  useEffect(() => {
    if (here >= 0) virtualizer.scrollToIndex(here, { align: 'auto' })
  }, [here])
  const listed = useMemo(() => rows.filter(({ finding }) => selected.has(finding.findingId)).length, [rows, selected])
  const follow = useFollow()
  return (
    <table role="table" ref={table} className="tbl findings-table" aria-rowcount={total + 1}>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          <th role="columnheader" scope="col" className="findings-pick">
            {maySelect ? (
              <Checkbox
                aria-label={text.selectAll}
                checked={rows.length > 0 && listed === rows.length}
                indeterminate={listed > 0 && listed < rows.length}
                onChange={({ target }) => onSelectAll(target.checked)}
              />
            ) : (
              <span className="vh">{text.select}</span>
            )}
          </th>
          <th role="columnheader" scope="col">
            {text.finding}
          </th>
          <th role="columnheader" scope="col">
            {text.occurredOn}
          </th>
          <th role="columnheader" scope="col">
            {text.standing}
          </th>
          <th role="columnheader" scope="col">
            {text.step}
          </th>
          <th role="columnheader" scope="col">
            {text.deadline}
          </th>
          <th role="columnheader" scope="col" className="r">
            {text.points}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" onClick={follow}>
        <Blank px={(first?.start ?? top) - top} />
        {shown.map(({ index, key }) => {
          const view = rows[index]
          if (view === undefined) return null
          const { findingId } = view.finding
          return (
            <FindingRow
              key={key}
              view={view}
              index={index}
              to={`${linkTo.base}/${encodeURIComponent(findingId)}${linkTo.search}`}
              daysLeft={daysLeftOf(view)}
              isHere={index === here}
              isSelected={selected.has(findingId)}
              isLater={later.has(findingId)}
              maySelect={maySelect}
              onSelect={onSelect}
              onHere={onHere}
              measure={virtualizer.measureElement}
            />
          )
        })}
        <Blank px={virtualizer.getTotalSize() - ((last?.end ?? top) - top)} />
      </tbody>
    </table>
  )
})

/** Links of the rows lead on within the page, as they would each by itself. */
function useFollow(): (event: MouseEvent<HTMLElement>) => void {
  const navigate = useNavigate()
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (link === null || !isPlain || event.defaultPrevented) return
    event.preventDefault()
    void navigate(link.getAttribute('href') ?? '')
  }
}

/** The room of the rows that are out of sight. */
function Blank({ px }: { readonly px: number }) {
  if (px <= 0) return null
  return (
    <tr role="row" className="findings-blank" aria-hidden="true">
      <td role="cell" colSpan={7} style={{ height: px }} />
    </tr>
  )
}
