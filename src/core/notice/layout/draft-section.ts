import type { LayoutItem, LayoutSection } from './layout-section.ts'
import { mapText } from './mapped-text.ts'
import type { SectionHeading } from './section-heading.ts'
import { slice, type TracedText } from './traced-text.ts'

/** A section while it is being put together; the heading is null where rules stand under none. */
export interface DraftSection {
  readonly heading: SectionHeading | null
  readonly points: string | null
  readonly items: readonly DraftItem[]
}

/** As `LayoutItem`. */
export interface DraftItem {
  readonly label: string
  readonly text: TracedText
  readonly requirement: TracedText | null
  readonly points: string | null
}

/** Writes out the offsets. A section without a heading has an empty one in front of its first item. */
export function finishSection({ heading, points, items }: DraftSection): LayoutSection {
  const first = items[0]?.text
  const wording = heading?.heading ?? (first ? slice(first, 0, 0) : { text: '', pieces: [], start: 0 })
  return {
    label: heading?.label ?? '',
    title: heading?.title ?? '',
    heading: mapText(wording),
    points,
    items: items.map(finishItem),
  }
}

function finishItem({ label, text, requirement, points }: DraftItem): LayoutItem {
  return { label, text: mapText(text), requirement: requirement && mapText(requirement), points }
}
