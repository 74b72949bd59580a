import type { CriterionId, SectionId } from '../../../core/kernel/identifiers.ts'
import type { Block } from '../../../core/notice/layout/block.ts'
import { mapText } from '../../../core/notice/layout/mapped-text.ts'
import { readBlocks } from '../../../core/notice/layout/read-blocks.ts'
import type { TracedText } from '../../../core/notice/layout/traced-text.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { cutText, phrasesOf, type Phrase, type Segment } from './cut-text.ts'

/** A notice as it is set in print: the wording of the source and nothing else, with the place of every phrase that was read. */
export interface SetNotice {
  readonly parts: readonly SetPart[]
}

export type SetPart =
  | { readonly kind: 'line'; readonly role: LineRole; readonly start: number; readonly segments: readonly Segment[] }
  | { readonly kind: 'table'; readonly start: number; readonly rows: readonly (readonly SetCell[])[] }

/** What a line is in an official document; `text` is running text. */
export type LineRole =
  | 'office'
  | 'number'
  | 'title'
  | 'annex'
  | 'caption'
  | 'heading'
  | 'text'
  | 'address'
  | 'signature'

export interface SetCell {
  readonly sectionId: SectionId | null
  readonly rowSpan: number
  readonly colSpan: number
  readonly lines: readonly SetLine[]
}

/** A numbered sentence: `label` is its number as printed, in front of what the criterion holds. */
export interface SetLine {
  readonly label: string
  readonly criterionId: CriterionId | null
  readonly segments: readonly Segment[]
}

/** The source as blocks, cut where the rubric's spans begin and end. Where markup stood, nothing stands; no character is changed. */
export function setNotice(source: string, rubric: Rubric): SetNotice {
  const blocks = readBlocks(source)
  const phrases = phrasesOf(rubric)
  const firstTable = blocks.findIndex(({ kind }) => kind === 'table')
  const lastTable = blocks.findLastIndex(({ kind }) => kind === 'table')
  const parts = blocks.map((block, at): SetPart => {
    if (block.kind === 'table') return tableOf(block, rubric, phrases)
    const segments = cutText(block.text, phrases)
    const role = roleOf(block, at, { blocks, firstTable, lastTable, rubric })
    return { kind: 'line', role, start: block.text.start, segments }
  })
  return { parts }
}

interface Around {
  readonly blocks: readonly Block[]
  readonly firstTable: number
  readonly lastTable: number
  readonly rubric: Rubric
}

/** An official document opens with the office, the number and the title, and ends with the office and the day, set right. */
function roleOf(block: Exclude<Block, { kind: 'table' }>, at: number, around: Around): LineRole {
  const { blocks, firstTable, lastTable, rubric } = around
  const { text } = block.text
  if (text === rubric.noticeNumber) return 'number'
  if (block.kind === 'heading') return at === 0 ? 'office' : block.level <= 2 && at < 4 ? 'title' : 'heading'
  if (text === rubric.title) return 'annex'
  const before = blocks[at - 1]
  const isUnderTitle = before !== undefined && before.kind !== 'table' && before.text.text === rubric.title
  if (isUnderTitle && text.length <= 12) return 'caption'
  if (lastTable >= 0 && at > lastTable + 1 && text.length <= 24) return 'signature'
  const [start, end] = [startOf(block), endOf(block)]
  const isHeadOfSection = rubric.sections.some(({ span }) => span.start >= start && span.end <= end)
  if (isHeadOfSection && text.length <= 40) return 'heading'
  return (firstTable < 0 || at < firstTable) && text.length <= 24 ? 'address' : 'text'
}

function tableOf({ rows }: Extract<Block, { kind: 'table' }>, rubric: Rubric, phrases: readonly Phrase[]): SetPart {
  const start = rows[0]?.[0]?.text.start ?? 0
  const cells = rows.map((row) =>
    row.map(({ text, rowSpan, colSpan }): SetCell => {
      const end = endOfText(text)
      const section = rubric.sections.find(({ span }) => span.start >= text.start && span.end <= end)
      return { sectionId: section?.id ?? null, rowSpan, colSpan, lines: linesOf(text, phrases) }
    }),
  )
  return { kind: 'table', start, rows: cells }
}

/** A cell of several criteria is one line for each; what stands in front of the first and between them are their numbers. */
function linesOf(text: TracedText, phrases: readonly Phrase[]): SetLine[] {
  const segments = cutText(text, phrases)
  const lines: { label: string; criterionId: CriterionId | null; segments: Segment[] }[] = []
  let loose: Segment[] = []
  for (const segment of segments) {
    const last = lines.at(-1)
    if (segment.criterionId === null) loose.push(segment)
    else if (last !== undefined && last.criterionId === segment.criterionId && loose.length === 0)
      last.segments.push(segment)
    else {
      const label = loose.map((one) => one.text).join('')
      lines.push({ label, criterionId: segment.criterionId, segments: [segment] })
      loose = []
    }
  }
  if (loose.length > 0) lines.push({ label: '', criterionId: null, segments: loose })
  return lines
}

function startOf(block: Exclude<Block, { kind: 'table' }>): number {
  return block.text.start
}

function endOf(block: Exclude<Block, { kind: 'table' }>): number {
  return endOfText(block.text)
}

function endOfText(text: TracedText): number {
  const { offsets } = mapText(text)
  return offsets.at(-1) ?? text.start
}
