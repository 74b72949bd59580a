import type { Block } from './block.ts'
import { isBlank, type TracedText } from './traced-text.ts'
import { hasFigure } from './price-words.ts'
import { readMark, type MarkKind, type NumberMark } from './numbering.ts'
import { partsOfParagraph } from './paragraph-parts.ts'
import { isCaption, isHeadingLike, readSectionHeading, type SectionHeading } from './section-heading.ts'
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
  const popTo = (rank: string): boolean => {
    const found = stack.findIndex((entry) => entry.rank === rank || entry.node.mark?.kind === rank)
    if (found !== -1) stack = stack.slice(0, found)
    return found !== -1
  }
  /** 二、 that heads a part is never below a sentence 1、, whatever stood above that. */
  const popDeeper = (kind: MarkKind) => {
    const level = LEVELS.indexOf(kind)
    const found = stack.findIndex(({ node }) => node.mark !== null && LEVELS.indexOf(node.mark.kind) >= level)
    if (level !== -1 && found !== -1) stack = stack.slice(0, found)
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
      if (!popTo(mark.kind) && heading) popDeeper(mark.kind)
      hang(newNode('numbered', text, mark, heading), mark.kind)
    } else if (bullet !== null) {
      popTo('bullet')
      const label = { kind: 'arabic', value: 0, label: bullet, end: 0 } as const
      hang(newNode('numbered', text, label, heading), 'bullet')
    } else if (isHeading || namesNextLine(wording, next)) {
      const under = stack.at(-1)?.node
      const isOpen = under?.children.length === 0 && under.heading
      if (!popTo('title') && !isOpen) stack = stack.filter(({ rank }) => isElement(rank))
      hang(newNode('heading', text, null, heading), 'title')
    } else {
      const named = stack.findIndex(({ node }) => node.kind === 'heading' && node.heading && isCaption(node.heading))
      if (named !== -1 && /^附?表/.test(wording)) stack = stack.slice(0, named)
      const over = top()
      const completes = over.text !== null && !over.heading && !hasFigure(over.text.text) && hasFigure(wording)
      const heading = stack.findLast(({ node }) => node.heading !== null || node.kind === 'note')
      const owner = completes || over.heading ? over : (heading?.node ?? root)
      owner.children.push(newNode('plain', text))
    }
  }

  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') {
      const isUnderPoints = stack.some(({ node: { heading } }) => heading?.points != null && !isCaption(heading))
      const table = readTable(block, columns, isUnderPoints)
      columns = table.columns
      if (stack[0]?.rank === 'note') stack = []
      top().children.push({ ...newNode('table', null), table })
    } else if (isBlank(block.text)) continue
    else if (block.kind === 'heading') {
      const rank = `h${block.level}`
      stack = stack.filter((entry) => isElement(entry.rank) && entry.rank < rank)
      hang(newNode('heading', block.text, readMark(block.text.text, 0), readSectionHeading(block.text)), rank)
    } else
      for (const part of partsOfParagraph(block.text))
        addPart(part.text, part.mark, block.mark, wordingOf(blocks[index + 1]))
  }
  return root
}

/** `h2`, as opposed to the kinds of numbers. */
function isElement(rank: string): boolean {
  return /^h[1-6]$/.test(rank)
}

/** The usual order of numbers, outermost first. Letters have no usual place. */
const LEVELS: readonly MarkKind[] = [
  'chapter',
  'article',
  'han',
  'han-paren',
  'arabic',
  'decimal-2',
  'decimal-3',
  'decimal-4',
  'arabic-paren',
  'circled',
]

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
