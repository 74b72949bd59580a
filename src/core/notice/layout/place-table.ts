import type { DraftItem, DraftSection } from './draft-section.ts'
import type { TableReading } from './read-table.ts'
import { concatInOrder } from './traced-text.ts'

/** Groups without points are no sections where a heading above the table has the points: their names are asked for. */
export function placeTable(table: TableReading, isUnderPoints: boolean): TableReading {
  if (!isUnderPoints) return table
  return { ...table, groups: table.groups.map((group) => (group.points === null ? withoutHeading(group) : group)) }
}

function withoutHeading({ heading, points, items }: DraftSection): DraftSection {
  if (!heading) return { heading, points, items }
  const asked = items.map((item): DraftItem => ({
    ...item,
    label: item.label || (items.length === 1 ? heading.label : ''),
    requirement: concatInOrder(item.requirement ? [heading.heading, item.requirement] : [heading.heading]),
  }))
  return { heading: null, points, items: asked }
}
