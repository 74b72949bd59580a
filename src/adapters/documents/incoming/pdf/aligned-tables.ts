import { readMark } from '../../../../core/notice/layout/numbering.ts'
import type { FlowPart, PageFlow } from './page-flow.ts'
import type { PageCell, PageTable } from './page-table.ts'
import { textLines, type NumberedFragment, type TextLine } from './text-line.ts'

/**
 * Tables without rules: below a line of several short names that stand apart, lines that leave the same columns of white free.
 * A table that reaches the foot of a page goes on at the head of the next, with its names or without.
 */
export function withAlignedTables(flows: readonly PageFlow[]): PageFlow[] {
  let carried: readonly number[] | null = null
  return flows.map((flow) => {
    const parts: FlowPart[] = []
    for (let at = 0; at < flow.parts.length;) {
      const lines = linesFrom(flow.parts, at)
      const first = lines[0]
      const known: readonly number[] | null = at === 0 ? carried : null
      const run = first ? alignedRun(lines, known) : null
      const part = flow.parts[at]
      if (run) {
        parts.push({ kind: 'table', table: run.table })
        at += run.length
      } else {
        if (part) parts.push(part)
        at += 1
      }
    }
    const last = parts.at(-1)
    carried = last?.kind === 'table' && !flow.parts.includes(last) ? last.table.edges : null
    return { ...flow, parts }
  })
}

function linesFrom(parts: readonly FlowPart[], from: number): TextLine[] {
  const lines: TextLine[] = []
  for (const part of parts.slice(from)) {
    if (part.kind === 'table') break
    lines.push(part.line)
  }
  return lines
}

/** White between two columns. */
interface Gutter {
  readonly low: number
  readonly high: number
}

/** How many of the lines are a table, from the first on. `known` are the edges of the table that the page before ended with. */
function alignedRun(
  lines: readonly TextLine[],
  known: readonly number[] | null,
): { table: PageTable; length: number } | null {
  const [first] = lines
  if (!first) return null
  const named = guttersOf(first)
  let gutters: readonly Gutter[] = known ? known.slice(1, -1).map((edge) => ({ low: edge - 1, high: edge + 1 })) : named
  if (!known && (named.length < FEWEST_GUTTERS || segmentsOf(first).some(({ text }) => text.length > LONGEST_NAME)))
    return null
  let length = 0
  for (const line of lines) {
    const left = narrowed(gutters, line)
    if (left === null) break
    gutters = left
    length += 1
  }
  const inner = known?.slice(1, -1) ?? gutters.map(({ low, high }) => (low + high) / 2)
  while (length > 0 && columnsOf(lines.at(length - 1)!, inner).every((column) => column === 0)) length -= 1
  if (length < FEWEST_LINES) return null
  return { table: tableOf(lines.slice(0, length), inner, known), length }
}

const FEWEST_GUTTERS = 2
const FEWEST_LINES = 3
const LONGEST_NAME = 12
/** In the height of letters. */
const WHITE = 1.2
const LEAST_WHITE = 0.4

interface Segment {
  readonly left: number
  readonly right: number
  readonly text: string
}

/** The runs of text that stand apart on a line. */
function segmentsOf({ fragments, size }: TextLine): Segment[] {
  const segments: Segment[] = []
  for (const { left, right, text } of fragments) {
    const before = segments.at(-1)
    if (before && left - before.right < size * WHITE)
      segments[segments.length - 1] = {
        left: before.left,
        right,
        text: before.text + text,
      }
    else segments.push({ left, right, text })
  }
  return segments
}

function guttersOf(line: TextLine): Gutter[] {
  const segments = segmentsOf(line)
  return segments.slice(1).map(({ left }, at) => ({ low: segments.at(at)!.right, high: left }))
}

/** The white that is left when a line stands in it, too; null where it is closed. */
function narrowed(gutters: readonly Gutter[], { fragments, size }: TextLine): readonly Gutter[] | null {
  const left = gutters.map(({ low, high }) => {
    const middle = (low + high) / 2
    for (const fragment of fragments) {
      if (fragment.right <= low || fragment.left >= high) continue
      if ((fragment.left + fragment.right) / 2 < middle) low = Math.max(low, fragment.right)
      else high = Math.min(high, fragment.left)
    }
    return { low, high }
  })
  const least = Math.min(size * LEAST_WHITE, ...gutters.map(({ low, high }) => high - low))
  return left.every(({ low, high }) => high - low >= least) ? left : null
}

function columnsOf({ fragments }: TextLine, edges: readonly number[]): number[] {
  return fragments.map((fragment) => columnOf(fragment, edges))
}

function columnOf({ left, right }: NumberedFragment, edges: readonly number[]): number {
  return edges.filter((edge) => edge < (left + right) / 2).length
}

/** The lines of one cell. */
interface Block {
  readonly column: number
  readonly lines: TextLine[]
}

function tableOf(lines: readonly TextLine[], inner: readonly number[], known: readonly number[] | null): PageTable {
  const fragments = lines.flatMap((line) => line.fragments)
  const left = Math.min(...fragments.map((fragment) => fragment.left)) - 1
  const right = Math.max(...fragments.map((fragment) => fragment.right)) + 1
  const edges = known ?? [left, ...inner, right]
  const blocks = Array.from({ length: edges.length - 1 }, (_column, column) =>
    blocksOf(textLines(fragments.filter((fragment) => columnOf(fragment, inner) === column)), column),
  ).flat()
  const starts = rowStarts(blocks)
  const page = lines[0]?.page ?? 1
  const cells = starts.flatMap((start, row) =>
    edges.slice(1).map((end, column): PageCell => {
      const held = blocks
        .filter((block) => block.column === column && rowOf(block, starts) === row)
        .flatMap((block) => block.lines)
      const line = held[0]?.line ?? lines.find(({ baseline }) => baseline >= start)?.line ?? 1
      return {
        row,
        column,
        rowSpan: 1,
        colSpan: 1,
        parts: [{ left: edges.at(column)!, right: end, lines: held, page, line }],
      }
    }),
  )
  return {
    page,
    edges,
    rowCount: starts.length,
    cells,
    isOpenAbove: false,
    isOpenBelow: false,
  }
}

/** A cell ends where the next line stands farther below than its lines do, or has a number of its own. */
function blocksOf(lines: readonly TextLine[], column: number): Block[] {
  const distances = lines.slice(1).map((line, at) => line.baseline - lines.at(at)!.baseline)
  const pitch = Math.min(...distances.filter((distance, at) => distance > lines.at(at)!.size * 0.9))
  const blocks: Block[] = []
  for (const line of lines) {
    const open = blocks.at(-1)
    const before = open?.lines.at(-1)
    const isNext = before !== undefined && line.baseline - before.baseline <= pitch * SAME_CELL
    if (open && isNext && readMark(line.text, 0) === null) open.lines.push(line)
    else blocks.push({ column, lines: [line] })
  }
  return blocks
}

const SAME_CELL = 1.1

function rowStarts(blocks: readonly Block[]): number[] {
  const tops = blocks.map(({ lines }) => lines.at(0)!).sort((a, b) => a.baseline - b.baseline)
  const starts: number[] = []
  for (const { baseline, size } of tops)
    if (starts.length === 0 || baseline - starts.at(-1)! > size / 2) starts.push(baseline)
  return starts
}

function rowOf({ lines }: Block, starts: readonly number[]): number {
  const [first] = lines
  return starts.findLastIndex((start) => first !== undefined && first.baseline >= start - 0.01)
}
