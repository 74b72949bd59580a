import type { PageFlow } from './page-flow.ts'
import type { Measure } from './paragraphs.ts'

/** Between which margins the text of a page is set: as its lines and tables show, and those of pages of the same width. */
export function textMeasure(flows: readonly PageFlow[], page: number): Measure {
  const width = flows.find((flow) => flow.page === page)?.width ?? 0
  const known = MEASURES.get(flows) ?? new Map<number, Measure>()
  MEASURES.set(flows, known)
  const measure = known.get(width) ?? measureOf(flows, width)
  known.set(width, measure)
  return measure
}

const MEASURES = new WeakMap<readonly PageFlow[], Map<number, Measure>>()

function measureOf(flows: readonly PageFlow[], width: number): Measure {
  const parts = flows.filter((flow) => flow.width === width).flatMap((flow) => flow.parts)
  const lines = parts.flatMap((part) => (part.kind === 'line' ? [part.line] : []))
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []))
  const left = Math.min(...lines.map((line) => line.left))
  const farthest = Math.max(...lines.map((line) => line.right))
  const full = lines.filter((line) => farthest - line.right < line.size * NEAR).length
  const right = full >= FEWEST ? farthest : Math.max(farthest, width - left)
  return { left, right: tables.length > 0 ? Math.max(right, ...tables.map(({ edges }) => edges.at(-1)!)) : right }
}

const NEAR = 1.5
const FEWEST = 3
