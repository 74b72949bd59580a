/**
 * The layout of a notice: from its source, one string of plain text, Markdown, HTML or all three, to sections and items
 * with the place of every character. `readBlocks` brings all forms to paragraphs, headings and tables; `buildOutline`
 * hangs them under each other; `readOutline` decides what is a section, an item or a passage. Wordings are not read
 * here: that is the clause grammar's. Any text has a layout, in linear time; nothing throws.
 */
import { readFacts } from './document-facts.ts'
import { finishSection, type DraftSection } from './draft-section.ts'
import type { LayoutSection } from './layout-section.ts'
import { mapText, type MappedText } from './mapped-text.ts'
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
  const facts = readFacts(passages, startOfSections(sections) ?? source.length)
  return {
    ...facts,
    statedTotal: statedTotal ?? facts.statedTotal,
    sections: sections.map(finishSection),
    passages: passages.map(mapText),
  }
}

function startOfSections(sections: readonly DraftSection[]): number | undefined {
  const first = sections[0]
  return first?.heading?.heading.start ?? first?.items[0]?.text.start
}
