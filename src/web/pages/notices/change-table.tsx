import { useText } from '../../text/language.tsx'
import { CorrectedNote } from '../notice/corrected-note.tsx'
import type { ChangeRow, ChangeSide } from './change-rows.ts'
import { noticesText } from './notices-text.ts'

const NAMES = ['added', 'removed', 'repriced', 'conditioned', 'reworded', 'moved'] as const

/** Every difference with both sides: what the notice says there, and what was read from it. */
export function ChangeTable({ rows }: { readonly rows: readonly ChangeRow[] }) {
  const text = useText(noticesText)
  const counts = NAMES.map((name) => [name, rows.filter((row) => row.name === name).length] as const)
  const said = counts.filter(([, count]) => count > 0).map(([name, count]) => text.counted(text[name], count))
  return (
    <section className="notices-changes">
      <p className="lead" role="status">
        {rows.length === 0 ? text.same : `${text.different(rows.length)}${said.join(text.comma)}`}
      </p>
      {rows.length === 0 ? null : (
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.place}</th>
              <th scope="col">{text.before}</th>
              <th scope="col">{text.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={`${place}${row.name}`}>
                <th scope="row">
                  {text[row.part]} {text[row.name]}
                </th>
                <td className="ref">{placeOf(row)}</td>
                <Side side={row.before} name={row.name} isOld />
                <Side side={row.after} name={row.name} isOld={false} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )

  function placeOf({ before, after }: ChangeRow): string {
    if (before === null || after === null) return (after ?? before)?.place ?? ''
    return before.place === after.place ? before.place : text.placeNow(before.place, after.place)
  }
}

function Side({
  side,
  name,
  isOld,
}: {
  readonly side: ChangeSide | null
  readonly name: ChangeRow['name']
  readonly isOld: boolean
}) {
  const text = useText(noticesText)
  if (side === null) return <td className="is-text" />
  return (
    <td className={isOld ? 'is-text dismissed' : 'is-text'}>
      <span lang="zh-Hans">{side.text}</span>
      <small>{side.reading ?? (name === 'conditioned' ? text.noConditions : text.noPoints)}</small>
      {side.correction === undefined ? null : <CorrectedNote correction={side.correction} />}
    </td>
  )
}
