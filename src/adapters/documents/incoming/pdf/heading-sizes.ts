import type { PageFlow } from './page-flow.ts'
import type { TextLine } from './text-line.ts'

/** The sizes that are clearly larger than what most of the document is set in, largest first. */
export function headingSizes(flows: readonly PageFlow[]): number[] {
  const lines = flows
    .flatMap(({ parts }) => parts)
    .flatMap((part) =>
      part.kind === 'line' ? [part.line] : part.table.cells.flatMap((cell) => cell.parts.flatMap((held) => held.lines)),
    )
  const letters = new Map<number, number>()
  for (const { size, text } of lines) letters.set(rounded(size), (letters.get(rounded(size)) ?? 0) + text.length)
  const body = [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0]
  const larger = [...letters.keys()].filter((size) => size >= body * CLEARLY && size > body)
  return larger.sort((a, b) => b - a)
}

/** From 1; 0 for what is no heading. */
export function levelOf({ size, text }: TextLine, sizes: readonly number[]): number {
  return text.length > LONGEST ? 0 : sizes.indexOf(rounded(size)) + 1
}

const CLEARLY = 1.2
const LONGEST = 60

function rounded(size: number): number {
  return Math.round(size * 2) / 2
}
