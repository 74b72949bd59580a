import type { DraftItem, DraftSection } from './draft-section.ts'
import type { OutlineNode } from './outline.ts'
import {
  headOf,
  holdsPoints,
  isChapter,
  isContainer,
  isPointedLevel,
  isProse,
  namesPart,
  rankOf,
  sectionRanks,
  withoutMark,
} from './outline-headings.ts'
import { isGeneralRule } from './general-rule.ts'
import { hasAmount, hasFigure, hasPrice } from './price-words.ts'
import { placeTable } from './place-table.ts'
import { pointsOfRule } from './printed-points.ts'
import type { SectionHeading } from './section-heading.ts'
import { concat, type TracedText } from './traced-text.ts'

export interface Reading {
  readonly sections: readonly DraftSection[]
  readonly passages: readonly TracedText[]
  readonly statedTotal: string | null
}

/**
 * Decides what is a section, what an item and what a passage. The sections are the outermost level whose headings have
 * points: above it all are chapters, and what has points below a section is an item of it, or they would count twice.
 */
export function readOutline(root: OutlineNode): Reading {
  const sections: OpenSection[] = []
  const passages: TracedText[] = []
  let statedTotal: string | null = null

  const openSection = (heading: SectionHeading | null, points: string | null): OpenSection => {
    const section: OpenSection = { heading, points, items: [] }
    sections.push(section)
    return section
  }
  const pass = (node: OutlineNode) => {
    if (isListed(node)) {
      passages.push(concat(textsOf(node), '\n'))
      return
    }
    if (node.text) passages.push(node.text)
    for (const child of node.children) {
      if (child.kind === 'table') readTableNode(child, null)
      else pass(child)
    }
  }
  const readTableNode = (node: OutlineNode, owner: OpenSection | null) => {
    const { groups, titles, passages: notes, statedTotal: total } = placeTable(node.table!, owner?.points != null)
    for (const passage of [...titles, ...notes]) passages.push(passage)
    statedTotal ??= total
    let open = owner
    for (const { heading, points, items } of groups) {
      const section = heading ? openSection(heading, points) : (open ??= openSection(null, points))
      for (const item of items) section.items.push(item)
    }
  }
  const readLevel = (nodes: readonly OutlineNode[], owner: OpenSection | null) => {
    const areSections = sectionRanks(nodes, owner !== null)
    const isPointed = isPointedLevel(nodes)
    const isAboveSections = owner === null && nodes.some(isContainer)
    let current = owner
    for (const node of nodes) {
      if (node.kind === 'table') readTableNode(node, owner)
      else if (node.kind === 'note') pass(node)
      else if (node.kind === 'plain') {
        if (owner && hasFigure(node.text!.text) && !isGeneralRule(node.text!.text)) owner.items.push(itemOf(node))
        else pass(node)
      } else if (!node.heading && owner?.points == null && isContainer(node)) {
        passages.push(node.text!)
        readLevel(node.children, null)
      } else if (
        node.kind === 'heading' ||
        (areSections.has(rankOf(node)) && (node.heading || !owner)) ||
        (!owner && namesPart(node))
      )
        readSection(node, owner, isPointed)
      else if (owner || (isAboveSections ? hasAmount : hasFigure)(wordingOf(node))) {
        current ??= openSection(null, null)
        readItem(node, current)
      } else pass(node)
    }
  }
  const readItem = (node: OutlineNode, owner: OpenSection) => {
    owner.items.push(itemOf(node))
    for (const child of node.children) if (child.kind === 'table') readTableNode(child, owner)
  }
  const readSection = (node: OutlineNode, owner: OpenSection | null, isLevelPointed: boolean) => {
    const { heading, rest } = headOf(node)
    if (heading.points === null && (isProse(node) || (isListed(node) && node.children.every(isProse)))) {
      pass(node)
      return
    }
    const isInner = owner?.points != null
    if (isInner && heading.points !== null && !holdsPoints(node)) {
      owner.items.push({ ...itemOf(node), points: heading.points })
      return
    }
    const isFolded = isInner && (heading.points === null || holdsPoints(node))
    if (isFolded || isChapter(node, isLevelPointed)) {
      passages.push(heading.heading)
      readLevel(node.children, isFolded ? owner : null)
      return
    }
    const section = openSection(heading, heading.points)
    if (rest) section.items.push({ label: '', text: rest, requirement: null, points: null })
    readLevel(node.children, section)
  }

  readLevel(root.children, null)
  return { ...withoutProse(sections, passages), statedTotal }
}

interface OpenSection extends DraftSection {
  readonly items: DraftItem[]
}

/** A section without points and prices is prose: its wording goes to the passages. */
function withoutProse(
  sections: readonly DraftSection[],
  passages: readonly TracedText[],
): Omit<Reading, 'statedTotal'> {
  const isCounted = ({ points, items }: DraftSection) =>
    points !== null || items.some((item) => item.points !== null || hasPrice(item.text.text))
  const prose = sections
    .filter((section) => !isCounted(section))
    .flatMap(({ heading, items }) => [
      ...(heading ? [heading.heading] : []),
      ...items.flatMap(({ requirement, text }) => (requirement ? [requirement, text] : [text])),
    ])
  const inOrder = [...passages, ...prose].sort((a, b) => a.start - b.start)
  return { sections: sections.filter(isCounted), passages: inOrder }
}

/** A numbered sentence with all that hangs below it: (1)…(2)… under it are of one criterion. */
function itemOf(node: OutlineNode): DraftItem {
  const own = node.mark && node.mark.end > 0 ? withoutMark(node.text!) : node.text!
  const text = node.children.length === 0 ? own : concat([own, ...node.children.flatMap(textsOf)], '\n')
  return { label: node.mark?.label ?? '', text, requirement: null, points: pointsOfRule(own.text)?.points ?? null }
}

/** 有下列情形之一的，定为不合格：（一）…（二）… is one rule, and so is 一票否决情形 with its list. */
function isListed({ text, children }: OutlineNode): boolean {
  const isLead = /[：:]$|一票否决/.test(text?.text ?? '')
  return isLead && children.length > 0 && children.every(isSentence)
}

function isSentence(node: OutlineNode): boolean {
  return node.kind === 'numbered' && node.children.length === 0
}

function textsOf(node: OutlineNode): TracedText[] {
  return [...(node.text ? [node.text] : []), ...node.children.flatMap(textsOf)]
}

function wordingOf(node: OutlineNode): string {
  return textsOf(node)
    .map((text) => text.text)
    .join('\n')
}
