import type { Block } from './block.ts'
import { isBlank, slice, trim, type TracedText } from './traced-text.ts'
import { hasFigure } from './price-words.ts'
import { readMark, type NumberMark } from './numbering.ts'
import { isHeadingLike, readSectionHeading, type SectionHeading } from './section-heading.ts'
import { splitCriteria } from './split-criteria.ts'
import { splitNumbered } from './split-numbered.ts'
import { namesNextLine, startsAttachment, startsNote } from './wrapped-lines.ts'
import { readTable, type TableReading } from './read-table.ts'

/** The document as a tree: what is numbered, or under a heading, hangs below it. Nothing is judged yet. */
export interface OutlineNode {
  readonly kind: 'root' | 'heading' | 'numbered' | 'plain' | 'note' | 'table'
  readonly text: TracedText | null
  readonly mark: NumberMark | null
  /** What the text names, where it reads like the name of a part. */
  readonly heading: SectionHeading | null
  readonly table: TableReading | null
  readonly children: OutlineNode[]
}

export function buildOutline(blocks: readonly Block[]): OutlineNode {
  const root = newNode('root', null)
  let stack: { readonly rank: string; readonly node: OutlineNode }[] = []
  let columns: TableReading['columns'] | null = null

  const top = () => stack.at(-1)?.node ?? root
  const popTo = (rank: string) => {
    const found = stack.findIndex((entry) => entry.rank === rank)
    if (found !== -1) stack = stack.slice(0, found)
  }
  const hang = (node: OutlineNode, rank: string | null) => {
    top().children.push(node)
    if (rank !== null) stack.push({ rank, node })
  }
  const addPart = (text: TracedText, mark: NumberMark | null, bullet: string | null, next: string) => {
    const wording = text.text
    const heading = isHeadingLike(wording) ? readSectionHeading(text) : null
    const isHeading = heading !== null && heading.points !== null
    if (startsNote(wording) || startsAttachment(wording)) {
      stack = []
      hang(newNode(startsNote(wording) ? 'note' : 'plain', text), startsNote(wording) ? 'note' : null)
      return
    }
    if (isHeading) popTo('note')
    if (mark) {
      popTo(mark.kind)
      hang(newNode('numbered', text, mark, heading), mark.kind)
    } else if (bullet !== null) {
      popTo('bullet')
      const label = { kind: 'arabic', value: 0, label: bullet, end: 0 } as const
      hang(newNode('numbered', text, label, heading), 'bullet')
    } else if (isHeading || namesNextLine(wording, next)) {
      const under = stack.at(-1)?.node
      const isOpen = under?.children.length === 0 && under.heading
      if (stack.some(({ rank }) => rank === 'title')) popTo('title')
      else if (!isOpen) stack = stack.filter(({ rank }) => rank.startsWith('h'))
      hang(newNode('heading', text, null, heading), 'title')
    } else {
      const over = top()
      const completes = over.text !== null && !over.heading && !hasFigure(over.text.text) && hasFigure(wording)
      const heading = stack.findLast(({ node }) => node.heading !== null || node.kind === 'note')
      const owner = completes || over.heading ? over : (heading?.node ?? root)
      owner.children.push(newNode('plain', text))
    }
  }

  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') {
      const isUnderPoints = stack.some(({ node }) => node.heading !== null && node.heading.points !== null)
      const table = readTable(block, columns, isUnderPoints)
      columns = table.columns
      if (stack[0]?.rank === 'note') stack = []
      top().children.push({ ...newNode('table', null), table })
    } else if (isBlank(block.text)) continue
    else if (block.kind === 'heading') {
      const rank = `h${block.level}`
      stack = stack.filter((entry) => entry.rank.startsWith('h') && entry.rank !== 'han' && entry.rank < rank)
      hang(newNode('heading', block.text, readMark(block.text.text, 0), readSectionHeading(block.text)), rank)
    } else
      for (const part of partsOf(block.text)) addPart(part.text, part.mark, block.mark, wordingOf(blocks[index + 1]))
  }
  return root
}

function wordingOf(block: Block | undefined): string {
  return block?.kind === 'paragraph' ? block.text.text : ''
}

function newNode(
  kind: OutlineNode['kind'],
  text: TracedText | null,
  mark: NumberMark | null = null,
  heading: SectionHeading | null = null,
): OutlineNode {
  return { kind, text, mark, heading, table: null, children: [] }
}

interface OutlinePart {
  /** With its mark. */
  readonly text: TracedText
  readonly mark: NumberMark | null
}

/** 一、服务事项（5分）1、…；2、… in one paragraph is a heading and its sentences. */
function partsOf(paragraph: TracedText): OutlinePart[] {
  if (startsNote(paragraph.text)) return [{ text: paragraph, mark: null }]
  const { lead, parts } = splitCriteria(paragraph)
  const first = lead ? [{ text: lead, mark: null }] : []
  return [
    ...first,
    ...parts.flatMap(({ mark, from, to }) => {
      const text = trim(slice(paragraph, from, to))
      return mark || parts.length === 1 ? withHeadApart(text, mark) : [{ text, mark }]
    }),
  ]
}

function withHeadApart(text: TracedText, mark: NumberMark | null): OutlinePart[] {
  const end = mark ? (readMark(text.text, 0)?.end ?? 0) : 0
  const inner = splitNumbered(slice(text, end))
  const head = inner.lead
  if (!head || !isHeadingLike(head.text) || readSectionHeading(head).points === null) return [{ text, mark }]
  return [
    { text: trim(slice(text, 0, end + inner.parts.at(0)!.from)), mark },
    ...inner.parts.flatMap((part) => {
      const inside = trim(slice(text, end + part.from, end + part.to))
      return [{ text: inside, mark: part.mark && readMark(inside.text, 0) }]
    }),
  ]
}
