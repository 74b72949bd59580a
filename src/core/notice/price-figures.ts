import type { SourceSpan } from '../kernel/source-span.ts'

/**
 * Where a text says a number of points (扣1-3分, 加0.5分), for setting it off in print. A likeness only, and a narrow one:
 * what a clause costs is read by the grammar and stands in the clause.
 */
export function priceFigures(text: string): readonly SourceSpan[] {
  return Array.from(text.matchAll(FIGURE), ({ 0: found, index }) => ({ start: index, end: index + found.length }))
}

const NUMBER = String.raw`(?:[\d０-９][\d０-９.．]{0,6}|[一二三四五六七八九十两半])`
const FIGURE = new RegExp(String.raw`[扣减加奖得计]除?\s?${NUMBER}(?:\s?[-—~～–至到]\s?${NUMBER})?\s?分`, 'g')
