import { HeadingLevel, Paragraph } from 'docx'
import type { DocumentBlock } from '../../../../core/document/document-block.ts'
import { unreachable } from '../../../../core/kernel/unreachable.ts'
import { rule } from './borders.ts'
import { setPictureRows } from './set-picture-rows.ts'
import { setTable } from './set-table.ts'
import { setPieces, setWords } from './set-words.ts'
import { gap, styled, type Flow, type Setting } from './setting.ts'

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

export interface SetBlock {
  readonly flow: readonly Flow[]
  /** Of a table: its rows without head and foot. */
  readonly rows: number | null
}

/** `isKept`: with what comes next on one page, because that must not stand alone. */
export async function setBlock(block: DocumentBlock, isKept: boolean, setting: Setting): Promise<SetBlock> {
  if (block.kind === 'table') {
    const { flow, rows } = await setTable(block.table, setting)
    return { flow: [...flow, gap(160)], rows }
  }
  if (block.kind === 'pictures') return { flow: [await setPictureRows(block.pictures, setting), gap(160)], rows: null }
  return { flow: setText(block, isKept), rows: null }
}

function setText(block: Exclude<DocumentBlock, { kind: 'table' | 'pictures' }>, keepNext: boolean): Flow[] {
  switch (block.kind) {
    case 'addressees':
      return [styled('Addressees', block.text)]
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: setWords(block.text) })]
    case 'paragraph':
      return [new Paragraph({ style: 'Body', keepNext, children: setPieces(block.pieces) })]
    case 'quote':
      return [
        new Paragraph({
          style: 'NoticeQuote',
          keepNext,
          border: { left: { ...rule(12, 'A6A6A6'), space: 8 } },
          children: [
            ...setWords(block.text),
            ...setWords(`（${block.place}）`, { isStrong: false, tone: 'dismissed' }),
          ],
        }),
      ]
    case 'note':
      return [styled('TableNote', block.text, { keepNext })]
    case 'attachment':
      return [
        styled('AttachmentMark', block.mark, { pageBreakBefore: true }),
        ...(block.title === '' ? [] : [styled('AttachmentTitle', block.title)]),
      ]
    case 'page-break':
      return [new Paragraph({ style: 'Gap', pageBreakBefore: true, spacing: { line: 20, lineRule: 'exact' } })]
    default:
      return unreachable(block)
  }
}
