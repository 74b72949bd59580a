import { readFileSync } from 'node:fs'
import type { Block, TableBlock } from '../../../src/core/notice/layout/block.ts'
import { readLayout } from '../../../src/core/notice/layout/notice-layout.ts'
import { readBlocks } from '../../../src/core/notice/layout/read-blocks.ts'

/** A notice whose rules stand in one table, taken apart so that tests can issue it in another form in the notice's own words. */
export interface NoticeContent {
  readonly before: readonly ContentParagraph[]
  readonly header: readonly string[]
  readonly sections: readonly ContentSection[]
  /** 合 计 */
  readonly total: readonly string[]
  readonly after: readonly ContentParagraph[]
}

export interface ContentParagraph {
  readonly text: string
  /** Of a heading; 0 for a paragraph. */
  readonly level: number
}

export interface ContentSection {
  /** `3` */
  readonly id: string
  /** With its number and its points: 三、服务环境 (20分). */
  readonly heading: string
  readonly criteria: readonly ContentCriterion[]
}

export interface ContentCriterion {
  /** `3.4` */
  readonly id: string
  /** The number as it is printed: `4、`. */
  readonly mark: string
  readonly text: string
}

/** The content of a notice of the project (its folder's name). */
export function noticeContent(name: string): NoticeContent {
  return contentOf(readFileSync(`notices/${name}/notice.txt`, 'utf8'))
}

function contentOf(source: string): NoticeContent {
  const blocks = readBlocks(source)
  const at = blocks.findIndex(({ kind }) => kind === 'table')
  const table = blocks[at]
  if (table?.kind !== 'table') throw new Error('the notice has no table')
  const rows = textsOf(table)
  const sections = readLayout(source).sections
  const total = rows.at(-1) ?? []
  const bodies = rows.slice(1, -1)
  if (bodies.length !== sections.length) throw new Error('the notice has no row a section')
  return {
    before: paragraphsOf(blocks.slice(0, at)),
    header: rows[0] ?? [],
    sections: sections.map(({ heading, items }, index) => ({
      id: `${index + 1}`,
      heading: heading.text,
      criteria: criteriaOf(
        `${index + 1}`,
        bodies[index]?.[1] ?? '',
        items.map(({ text }) => text.text),
      ),
    })),
    total,
    after: paragraphsOf(blocks.slice(at + 1)),
  }
}

function textsOf(table: TableBlock): string[][] {
  return table.rows.map((row) => row.map((cell) => cell.text.text))
}

function paragraphsOf(blocks: readonly Block[]): ContentParagraph[] {
  return blocks.map((block) => {
    if (block.kind === 'table') throw new Error('the notice has a second table')
    return { text: block.text.text, level: block.kind === 'heading' ? block.level : 0 }
  })
}

/** The number of an item is what stands between it and the one before. */
function criteriaOf(section: string, cell: string, texts: readonly string[]): ContentCriterion[] {
  let from = 0
  return texts.map((text, index) => {
    const start = cell.indexOf(text, from)
    if (start === -1) throw new Error(`“${text}” does not stand in its cell`)
    const mark = cell.slice(from, start).trim()
    from = start + text.length
    return { id: `${section}.${index + 1}`, mark, text }
  })
}
