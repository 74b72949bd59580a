import type { IncomingBlock } from '../incoming-block.ts'
import { joinTables } from './continued-tables.ts'
import { headingSizes, levelOf } from './heading-sizes.ts'
import type { FlowPart, PageFlow } from './page-flow.ts'
import type { PageTable } from './page-table.ts'
import { pieces } from './pieces.ts'
import { goesOn, pitchOf, type Measure } from './paragraphs.ts'
import { tableBlock } from './table-block.ts'
import type { TextLine } from './text-line.ts'
import { textMeasure } from './text-measure.ts'

/** The pages as one document: tables that go on are one, lines are paragraphs. */
export function documentBlocks(flows: readonly PageFlow[]): IncomingBlock[] {
  const sizes = headingSizes(flows)
  const blocks: IncomingBlock[] = []
  let tables = 0
  for (const stretch of stretchesOf(flows)) {
    if (stretch.kind === 'table') {
      tables += 1
      blocks.push(tableBlock(stretch.table, tables))
    } else blocks.push(...textBlocks(stretch.lines, sizes, (line) => textMeasure(flows, line.page)))
  }
  return blocks
}

type Stretch =
  | { readonly kind: 'table'; readonly table: PageTable }
  | { readonly kind: 'lines'; readonly lines: readonly TextLine[] }

function stretchesOf(flows: readonly PageFlow[]): Stretch[] {
  const stretches: Stretch[] = []
  const parts = flows.flatMap((flow) => flow.parts)
  for (const [index, part] of parts.entries()) {
    if (isLeadOver(parts, index)) continue
    const before = stretches.at(-1)
    if (part.kind === 'table') {
      const isNextPage = before?.kind === 'table' && lastPage(before.table) === part.table.page - 1
      const joined = isNextPage ? joinTables(before.table, part.table) : null
      if (joined) stretches[stretches.length - 1] = { kind: 'table', table: joined }
      else stretches.push(part)
    } else if (before?.kind === 'lines')
      stretches[stretches.length - 1] = { kind: 'lines', lines: [...before.lines, part.line] }
    else stretches.push({ kind: 'lines', lines: [part.line] })
  }
  return stretches
}

/** 续表 between the parts of a table. */
function isLeadOver(parts: readonly FlowPart[], index: number): boolean {
  const part = parts[index]
  if (
    part?.kind !== 'line' ||
    !/^[（(]?(?:续\s?表\s?\d{0,2}|接上[页表]|转下[页表]|接下[页表]|续上[页表])[)）]?$/.test(part.line.text)
  )
    return false
  return parts[index - 1]?.kind === 'table' || parts[index + 1]?.kind === 'table'
}

function lastPage(table: PageTable): number {
  return Math.max(...table.cells.flatMap((cell) => cell.parts.map(({ page }) => page)))
}

function textBlocks(
  lines: readonly TextLine[],
  sizes: readonly number[],
  measureOf: (line: TextLine) => Measure,
): IncomingBlock[] {
  const pitch = pitchOf(lines)
  const open: { level: number; lines: TextLine[] }[] = []
  for (const line of lines) {
    const level = levelOf(line, sizes)
    const block = open.at(-1)
    const before = block?.lines.at(-1)
    const isSame = block !== undefined && before !== undefined && block.level === level
    if (isSame && (level > 0 ? isOneHeading(before, line) : goesOn(before, line, measureOf(before), pitch)))
      block.lines.push(line)
    else open.push({ level, lines: [line] })
  }
  return open.map(({ level, lines: own }) =>
    level > 0
      ? { kind: 'heading', level, pieces: pieces(own, {}, ' ') }
      : { kind: 'paragraph', pieces: pieces(own, {}) },
  )
}

/** A title of several lines; （试行） and what is numbered stand by themselves. */
function isOneHeading(before: TextLine, line: TextLine): boolean {
  if (before.page !== line.page || Math.abs(before.size - line.size) > 0.5) return false
  return line.baseline - before.baseline < line.size * 2.2 && !/^[（(]/.test(line.text) && !/[。；]$/.test(before.text)
}
