import type { DraftItem, DraftSection } from './draft-section.ts'
import type { TableReading } from './read-table.ts'
import { concatInOrder } from './traced-text.ts'

/**
 * Decides whether the groups of a table are sections of their own. They are not where the heading above the table has
 * the points, nor where each is a single row without points: their names are what the rows ask for then, and the group
 * comes back without its heading.
 */
export function placeTable(table: TableReading, isUnderPoints: boolean): TableReading {
  const isPointed = table.groups.some(({ points }) => points !== null)
  const areRows = table.isByRow && (isUnderPoints || (!isPointed && table.groups.length > 1))
  const groups = table.groups.map((group) =>
    areRows || (isUnderPoints && group.points === null) ? withoutHeading(group) : group,
  )
  return { ...table, groups }
}

function withoutHeading({ heading, points, items }: DraftSection): DraftSection {
  if (!heading) return { heading, points, items }
  const asked = items.map(({ label, text, requirement, points: own }): DraftItem => ({
    label: label || heading.label,
    text,
    requirement: concatInOrder(requirement ? [heading.heading, requirement] : [heading.heading]),
    points: own ?? (items.length === 1 ? points : null),
  }))
  return { heading: null, points: null, items: asked }
}
