/**
 * The layout of a notice: from its source, one string of plain text, Markdown, HTML or all three, to sections and items
 * with the place of every character. `readBlocks` brings all forms to paragraphs, headings and tables; `buildOutline`
 * hangs them under each other; `readOutline` decides what is a section, an item or a passage. Wordings are not read
 * here: that is the clause grammar's. Any text has a layout, in linear time; nothing throws.
 */
import { readFacts, titlesBefore } from './document-facts.ts'
import type { LayoutSection } from './layout-section.ts'
import type { MappedText } from './mapped-text.ts'
import { buildOutline } from './outline.ts'
import { readOutline } from './outline-sections.ts'
import { readBlocks } from './read-blocks.ts'

export type { LayoutItem, LayoutSection } from './layout-section.ts'
export type { MappedText } from './mapped-text.ts'

export interface NoticeLayout {
  readonly title: string
  /** 青政务〔2021〕9号 */
  readonly noticeNumber: string | null
  readonly year: number | null
  /** The total as printed (合计 100分, 满分100分), null when blank. */
  readonly statedTotal: string | null
  readonly sections: readonly LayoutSection[]
  /** What stands outside of sections, paragraph by paragraph, in order: preamble, footnotes, general rules. */
  readonly passages: readonly MappedText[]
}

export function readLayout(source: string): NoticeLayout {
  const { sections, passages, statedTotal } = readOutline(buildOutline(readBlocks(source)))
  const start = sections[0]?.heading.offsets[0] ?? source.length
  const facts = readFacts(passages, titlesBefore(passages, start))
  return { ...facts, statedTotal: statedTotal ?? facts.statedTotal, sections, passages }
}
