import type { ClauseId } from '../../../core/kernel/identifiers.ts'
import { countSeen, type ChecklistSection } from './checklist.ts'

/** How much of each section was looked at: a count, and a line for those who see it from afar. */
export function SectionProgress({
  sections,
  seen,
}: {
  readonly sections: readonly ChecklistSection[]
  readonly seen: ReadonlySet<ClauseId>
}) {
  return (
    <table className="insp-progress">
      <tbody>
        {sections.map((one) => {
          const count = countSeen(one, seen)
          return (
            <tr key={one.section.id}>
              <th scope="row">{headingOf(one)}</th>
              <td>
                <Bar share={count / one.entries.length} />
              </td>
              <td className="num">
                {count}
                <small>/{one.entries.length}</small>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export function headingOf({ section: { label, title } }: ChecklistSection): string {
  return label === '' || title.startsWith(label) ? title : `${label.replace(/[、.]$/, '')}、${title}`
}

export function Bar({ share }: { readonly share: number }) {
  return (
    <span className="insp-bar" aria-hidden="true">
      <i style={{ width: `${Math.round(share * 1000) / 10}%` }} />
    </span>
  )
}
