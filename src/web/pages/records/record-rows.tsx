import type { Answered } from '../../client/call.ts'

type Row = Answered<'openRecord'>['record']

/** Records as they are kept, a row each; columns that are empty in all of them are left out. */
export function RecordRows({ records, label }: { readonly records: readonly Row[]; readonly label: string }) {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))].filter((column) =>
    records.some((record) => record[column] !== null && record[column] !== undefined),
  )
  return (
    <div className="rec-wide" tabIndex={0} role="group" aria-label={label}>
      <table className="tbl rec-dense">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <code>{column}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, at) => (
            <tr key={String(record['record_ref'] ?? record['record_id'] ?? at)}>
              {columns.map((column) => (
                <td key={column} className={typeof record[column] === 'number' ? 'num' : ''}>
                  {record[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
