import type { OfficialDocument } from '../../../../core/document/official-document.ts'

/** Word itself becomes slow beyond some hundred pages, and a document of Word stands in memory as a whole. */
export const MOST_ROWS = 3000

/** As many as the tables that stand on its pages have: counted where they are there, and as stated where they come in pieces. */
export function knownRows({ blocks, proof }: OfficialDocument): number {
  const stated = new Map(proof.counts.map(({ table, rows }) => [table, rows]))
  return blocks.reduce((sum, block) => {
    if (block.kind !== 'table') return sum
    const { id, rows } = block.table
    return sum + (typeof rows === 'function' ? (stated.get(id) ?? 0) : rows.length)
  }, 0)
}
