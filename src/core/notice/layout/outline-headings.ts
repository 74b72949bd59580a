import { readMark } from './numbering.ts'
import type { OutlineNode } from './outline.ts'
import { placeTable } from './place-table.ts'
import { hasPrice } from './price-words.ts'
import { readSectionHeading, type SectionHeading } from './section-heading.ts'
import { slice, trim, type TracedText } from './traced-text.ts'

/**
 * The kinds of numbers that head sections here: most of them read as headings, and there is something below or, unless
 * a heading stands above them, points: 1、按时上班(2分) within a section is a sentence.
 */
export function sectionRanks(nodes: readonly OutlineNode[], isInner: boolean): ReadonlySet<string> {
  const votes = new Map<string, { all: number; headings: number; bodies: number }>()
  for (const node of nodes) {
    if (node.kind !== 'numbered') continue
    const vote = votes.get(rankOf(node)) ?? { all: 0, headings: 0, bodies: 0 }
    vote.all += 1
    if (node.heading) {
      vote.headings += 1
      if (node.children.length > 0 || (!isInner && node.heading.points !== null)) vote.bodies += 1
    }
    votes.set(rankOf(node), vote)
  }
  const ranks = [...votes].filter(([, { all, headings, bodies }]) => headings * 2 >= all && bodies > 0)
  return new Set(ranks.map(([rank]) => rank))
}

export function rankOf(node: OutlineNode): string {
  return node.mark?.kind ?? node.kind
}

/** A heading whose parts are sections: those of its own points only where the parts have points too. */
export function isChapter(node: OutlineNode): boolean {
  if (!node.heading) return false
  const ranks = sectionRanks(node.children, true)
  const below = node.children.filter(
    (child) => child.kind === 'heading' || (child.kind === 'numbered' && ranks.has(rankOf(child))),
  )
  const hasOwnPoints = node.heading.points !== null
  const pointed = below.some((child) => child.heading?.points != null)
  const tables = node.children.flatMap(({ table }) =>
    table ? placeTable(table, hasOwnPoints).groups.filter(({ heading }) => heading !== null) : [],
  )
  if (hasOwnPoints) return pointed || tables.some(({ points }) => points !== null)
  return below.length > 0 || tables.length > 0 || node.children.some(isContainer)
}

/** 第八条 具体标准如下：（一）队伍（30分）…: a sentence above the level whose headings have the points. */
export function isContainer(node: OutlineNode): boolean {
  if (node.heading?.points != null) return false
  const ranks = sectionRanks(node.children, true)
  const below = node.children.filter((child) => child.kind === 'numbered' && ranks.has(rankOf(child)))
  const pointed = below.filter((child) => child.heading?.points != null).length
  return pointed * 2 > below.length || node.children.some(isContainer)
}

/** No price anywhere below. */
export function isProse(node: OutlineNode): boolean {
  return !(node.table || hasPrice(node.text?.text ?? '')) && node.children.every(isProse)
}

/** Parts 四、附加分（10分）：创新工作加5分 into heading and rule. */
export function headOf(node: OutlineNode): { readonly heading: SectionHeading; readonly rest: TracedText | null } {
  if (node.heading) return { heading: node.heading, rest: null }
  const text = node.text!
  const match = /^.{2,40}?(?:[（(][^（()）]{0,12}分[)）][：:。，,]?|[：:。])/.exec(text.text)
  if (!match) {
    const clause = /^.{2,30}?(?=[，,；;]|$)/.exec(text.text)?.[0].length ?? 0
    return { heading: { ...readSectionHeading(trim(slice(text, 0, clause))), points: null }, rest: withoutMark(text) }
  }
  const end = match[0].length
  const rest = trim(slice(text, end))
  return { heading: readSectionHeading(trim(slice(text, 0, end))), rest: rest.text === '' ? null : rest }
}

export function withoutMark(text: TracedText): TracedText {
  return trim(slice(text, readMark(text.text, 0)?.end ?? 0))
}
