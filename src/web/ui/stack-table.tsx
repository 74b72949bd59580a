import type { Key, ReactNode } from 'react'
import './stack-table.css'

/** One column. `label` is what stands before the value on a phone; without one the value speaks for itself there. */
export interface StackColumn<Row> {
  readonly head: string
  /** Smaller, under the head. */
  readonly headNote?: string
  readonly label?: string
  readonly cell: (row: Row) => ReactNode
  readonly className?: string
  /** Names the row: on a phone it stands alone on the first line. */
  readonly isName?: boolean
}

/**
 * A table on a desk; on a phone each row is a block of lines. The roles are written out, since a browser may forget them where a
 * row is no longer laid out as one, and the heads stay for those who listen.
 */
export function StackTable<Row>({
  rows,
  keyOf,
  columns,
  className = '',
  rowClass,
}: {
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => Key
  readonly columns: readonly StackColumn<Row>[]
  readonly className?: string
  readonly rowClass?: (row: Row) => string | undefined
}) {
  return (
    <table className={`tbl stacks ${className}`} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head, headNote, className: kind = '' }) => (
            <th key={head} scope="col" role="columnheader" className={kind.split(' ').includes('r') ? 'r' : undefined}>
              {headNote === undefined ? head : <b>{head}</b>}
              {headNote === undefined ? null : <small>{headNote}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" className={rowClass?.(row)}>
            {columns.map((column) => (
              <Cell key={column.head} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row }: { readonly column: StackColumn<Row>; readonly row: Row }) {
  const value = column.cell(row)
  const isEmpty = value === null || value === undefined || value === ''
  const className = `${column.className ?? ''}${column.isName === true ? ' stack-name' : ''}`
  if (isEmpty) return <td role="cell" className={className} />
  const content = (
    <>
      {column.label === undefined ? null : (
        <span className="stack-label" aria-hidden="true">
          {column.label}
        </span>
      )}
      {value}
    </>
  )
  return column.isName === true ? (
    <th scope="row" role="rowheader" className={className}>
      {content}
    </th>
  ) : (
    <td role="cell" className={className}>
      {content}
    </td>
  )
}
