import { readMark } from './numbering.ts'
import type { OutlineNode } from './outline.ts'
import { placeTable } from './place-table.ts'
import { hasAmount, hasPrice } from './price-words.ts'
import { isCaption, readSectionHeading, type SectionHeading } from './section-heading.ts'
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

/** Whether points stand at this level, in more than one heading and in most: then what is below them are items. */
export function isPointedLevel(nodes: readonly OutlineNode[]): boolean {
  const headings = nodes.filter((node) => node.heading !== null && !isProse(node))
  const pointed = headings.filter(hasPoints).length
  return pointed > 1 && pointed * 2 > headings.length
}

/** 四、加分项 below other kinds of articles: a name over numbered prices. */
export function namesPart({ heading, mark, children }: OutlineNode): boolean {
  if (!heading || !OUTER.has(mark?.kind ?? 'heading')) return false
  return children.some(({ kind, text }) => kind === 'numbered' && hasAmount(text?.text ?? ''))
}

const OUTER: ReadonlySet<string> = new Set(['chapter', 'article', 'han', 'han-paren'])

/**
 * A heading whose parts are sections: those of its own points only where the parts have points too and its level has
 * none, or where the parts are tables.
 */
export function isChapter(node: OutlineNode, isLevelPointed: boolean): boolean {
  if (!node.heading) return false
  const ranks = sectionRanks(node.children, true)
  const below = node.children.filter(
    (child) => child.kind === 'heading' || (child.kind === 'numbered' && ranks.has(rankOf(child))),
  )
  const hasOwnPoints = node.heading.points !== null
  const pointed = below.filter(hasPoints)
  const tables = node.children.flatMap(({ table }) =>
    table ? placeTable(table, hasOwnPoints).groups.filter(({ heading }) => heading !== null) : [],
  )
  if (hasOwnPoints && isCaption(node.heading) && node.children.some(({ table }) => table)) return true
  if (hasOwnPoints && tables.some(({ points }) => points !== null)) return true
  if (hasOwnPoints) return isLevelPointed ? pointed.some(holdsTable) : pointed.length > 0
  return below.length > 0 || tables.length > 0 || node.children.some(isContainer)
}

/** 第八条 具体标准如下：（一）队伍（30分）…: a sentence above the level whose headings have the points. */
export function isContainer(node: OutlineNode): boolean {
  if (hasPoints(node)) return false
  return holdsPoints(node) || node.children.some(isContainer)
}

/** Most of the headings below have points. */
export function holdsPoints(node: OutlineNode): boolean {
  const ranks = sectionRanks(node.children, true)
  const below = node.children.filter((child) => child.kind === 'numbered' && ranks.has(rankOf(child)))
  return below.filter(hasPoints).length * 2 > below.length
}

function hasPoints({ heading }: OutlineNode): boolean {
  return heading !== null && heading.points !== null
}

function holdsTable(node: OutlineNode): boolean {
  return node.kind === 'table' || node.children.some(holdsTable)
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
