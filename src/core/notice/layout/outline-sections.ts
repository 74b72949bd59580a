import type { LayoutItem, LayoutSection } from './layout-section.ts'
import { concat, slice, startOf, trim, type MappedText, type TracedText } from './traced-text.ts'
import { readMark } from './numbering.ts'
import type { OutlineNode } from './outline.ts'
import { hasFigure, hasPrice } from './price-words.ts'
import { pointsOfRule } from './printed-points.ts'
import type { TableGroup } from './read-table.ts'
import { isHeadingLike, readSectionHeading, type SectionHeading } from './section-heading.ts'

export interface Reading {
  readonly sections: readonly LayoutSection[]
  readonly passages: readonly MappedText[]
  readonly statedTotal: string | null
}

/**
 * Decides what is a section, what an item and what a passage. A heading whose subheadings carry points of their own is
 * a chapter and no section, or its points would count twice.
 */
export function readOutline(root: OutlineNode): Reading {
  const sections: DraftSection[] = []
  const passages: MappedText[] = []
  let statedTotal: string | null = null

  const openSection = (heading: SectionHeading | null, points: string | null): DraftSection => {
    const section = { heading, points, items: [] }
    sections.push(section)
    return section
  }
  const pass = (node: OutlineNode) => {
    if (node.text) passages.push(node.text)
    for (const child of node.children) {
      if (child.kind === 'table') readTableNode(child, null)
      else pass(child)
    }
  }
  const readTableNode = (node: OutlineNode, owner: DraftSection | null) => {
    const table = node.table!
    passages.push(...table.titles, ...table.passages)
    statedTotal ??= table.statedTotal
    for (const group of table.groups) {
      const isOwn = group.heading !== null && !(owner?.points != null && group.points === null)
      if (isOwn || !owner) openSection(group.heading, group.points).items.push(...group.items)
      else owner.items.push(...underHeading(group))
    }
  }
  const readLevel = (nodes: readonly OutlineNode[], owner: DraftSection | null) => {
    const areSections = sectionRanks(nodes)
    let current = owner
    for (const node of nodes) {
      if (node.kind === 'table') readTableNode(node, owner)
      else if (node.kind === 'note') pass(node)
      else if (node.kind === 'plain') {
        if (hasFigure(node.text!.text) && owner) owner.items.push(itemOf(node))
        else pass(node)
      } else if (node.kind === 'heading' || areSections.has(rankOf(node))) readSection(node, owner)
      else if (owner || hasFigure(wordingOf(node))) {
        current ??= openSection(null, null)
        readItem(node, current)
      } else pass(node)
    }
  }
  const readItem = (node: OutlineNode, owner: DraftSection) => {
    owner.items.push(itemOf(node))
    for (const child of node.children) if (child.kind === 'table') readTableNode(child, owner)
  }
  const readSection = (node: OutlineNode, owner: DraftSection | null) => {
    const { head, rest } = headOf(node)
    const heading = readSectionHeading(head)
    const isFolded = owner?.points != null && heading.points === null
    if (isFolded || isChapter(node)) {
      passages.push(heading.heading)
      readLevel(node.children, isFolded ? owner : null)
      return
    }
    const section = openSection(heading, heading.points)
    if (rest) section.items.push({ label: '', text: rest, requirement: null, points: null })
    readLevel(node.children, section)
  }

  readLevel(root.children, null)
  return { ...kept(sections, passages), statedTotal }
}

interface DraftSection {
  readonly heading: SectionHeading | null
  readonly points: string | null
  readonly items: LayoutItem[]
}

/** A section without points and prices is prose: its wording goes to the passages. */
function kept(sections: readonly DraftSection[], passages: readonly MappedText[]): Omit<Reading, 'statedTotal'> {
  const rest = [...passages]
  const read: LayoutSection[] = []
  for (const { heading, points, items } of sections) {
    const counts = points !== null || items.some((item) => item.points !== null || hasPrice(item.text.text))
    if (counts) {
      const { label = '', title = '' } = heading ?? {}
      read.push({ label, title, heading: heading?.heading ?? emptyAt(items.at(0)!.text), points, items })
    } else {
      if (heading) rest.push(heading.heading)
      for (const item of items) rest.push(...(item.requirement ? [item.requirement] : []), item.text)
    }
  }
  return { sections: read, passages: rest.sort((a, b) => startOf(a) - startOf(b)) }
}

function emptyAt(text: MappedText): MappedText {
  return { text: '', offsets: [text.offsets[0] ?? 0] }
}

/** The rows of a group whose points are the owner's: the name of the group is what its rows ask for. */
function underHeading({ heading, items }: TableGroup): readonly LayoutItem[] {
  if (!heading) return items
  return items.map((item) => (item.requirement ? item : { ...item, requirement: heading.heading }))
}

function rankOf(node: OutlineNode): string {
  return node.mark?.kind ?? node.kind
}

/** The kinds of numbers that head sections here: most of them read as headings, and there is something below or points. */
function sectionRanks(nodes: readonly OutlineNode[]): ReadonlySet<string> {
  const votes = new Map<string, { all: number; headings: number; bodies: number }>()
  for (const node of nodes) {
    if (node.kind !== 'numbered') continue
    const vote = votes.get(rankOf(node)) ?? { all: 0, headings: 0, bodies: 0 }
    vote.all += 1
    if (isHeadingLike(node.text!.text)) {
      vote.headings += 1
      if (node.children.length > 0 || readSectionHeading(node.text!).points !== null) vote.bodies += 1
    }
    votes.set(rankOf(node), vote)
  }
  const ranks = [...votes].filter(([, { all, headings, bodies }]) => headings * 2 >= all && bodies > 0)
  return new Set(ranks.map(([rank]) => rank))
}

function isChapter(node: OutlineNode): boolean {
  const ranks = sectionRanks(node.children)
  const below = node.children.filter(
    (child) => child.kind === 'heading' || (child.kind === 'numbered' && ranks.has(rankOf(child))),
  )
  const hasOwnPoints = readSectionHeading(headOf(node).head).points !== null
  const pointed = below.some((child) => readSectionHeading(child.text!).points !== null)
  const tables = node.children.flatMap((child) => child.table?.groups ?? []).filter(({ heading }) => heading !== null)
  if (hasOwnPoints) return pointed || tables.some(({ points }) => points !== null)
  return below.length > 0 || tables.length > 0
}

/** Parts 四、附加分（10分）：创新工作加5分 into heading and rule. */
function headOf(node: OutlineNode): { readonly head: TracedText; readonly rest: TracedText | null } {
  const text = node.text!
  if (node.kind === 'heading' || isHeadingLike(text.text)) return { head: text, rest: null }
  const match = /^.{2,40}?(?:[（(][^（()）]{0,12}分[)）][：:。，,]?|[：:。])/.exec(text.text)
  if (!match) return { head: slice(text, 0, readMark(text.text, 0)?.end ?? 0), rest: withoutMark(text) }
  const rest = trim(slice(text, match[0].length))
  return { head: trim(slice(text, 0, match[0].length)), rest: rest.text === '' ? null : rest }
}

/** A numbered sentence with all that hangs below it: (1)…(2)… under it are of one criterion. */
function itemOf(node: OutlineNode): LayoutItem {
  const own = node.mark && node.mark.end > 0 ? withoutMark(node.text!) : node.text!
  const text = node.children.length === 0 ? own : concat([own, ...node.children.flatMap(textsOf)], '\n')
  return { label: node.mark?.label ?? '', text, requirement: null, points: pointsOfRule(own.text)?.points ?? null }
}

function withoutMark(text: TracedText): TracedText {
  return trim(slice(text, readMark(text.text, 0)?.end ?? 0))
}

function textsOf(node: OutlineNode): TracedText[] {
  return [...(node.text ? [node.text] : []), ...node.children.flatMap(textsOf)]
}

function wordingOf(node: OutlineNode): string {
  return textsOf(node)
    .map((text) => text.text)
    .join('\n')
}
