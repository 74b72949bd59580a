import { plainCell, type Block, type TableBlock, type TableRow } from './block.ts'
import type { VisualLine } from './line-reader.ts'
import { partNumbersOfLines, partNumbersWithin } from './glued-numbers.ts'
import { withoutFurniture } from './page-furniture.ts'
import { stripInline } from './markdown-inline.ts'
import { bulletLength, headingLevel, isDelimiterRow, isRule } from './markdown-line.ts'
import { mendRows } from './mend-rows.ts'
import { withSpacedRows } from './spaced-rows.ts'
import { splitPipes, type PipeForm } from './pipe-row.ts'
import { unquote } from './quoted-cell.ts'
import { isBlank, joinWrapped, slice, trim, type TracedText, type WrappedLine } from './traced-text.ts'
import { readVisualLines } from './visual-lines.ts'
import { continuesParagraph, isBrokenByWidth } from './wrapped-lines.ts'

/** The source as paragraphs, headings and tables, in order. */
export function readBlocks(source: string): Block[] {
  const blocks: Block[] = []
  let rows: TableRow[] = []
  /** Null for rows of tabs. */
  let pipes: PipeForm | null = null
  let wrapped: WrappedLine[] = []
  let mark: string | null = null
  let isAfterBlank = true

  const endParagraph = () => {
    if (wrapped.length > 0) blocks.push({ kind: 'paragraph', text: shownText(joinWrapped(wrapped)), mark })
    wrapped = []
    mark = null
  }
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows })
    rows = []
    pipes = null
  }
  const addRow = (cells: readonly TracedText[], form: PipeForm | null) => {
    endParagraph()
    if ((form === null) !== (pipes === null)) endTable()
    pipes = form
    rows.push(cells.map((cell) => plainCell(shownText(cell))))
  }
  const addPipes = (line: TracedText, above: PipeForm | null) => {
    const { cells, form } = splitPipes(line, above)
    addRow(cells, form)
  }
  const addParagraphLine = (line: TextLine, text: TracedText, behind: VisualLine | TableBlock | undefined) => {
    const bullet = bulletLength(text.text)
    const body = trim(slice(text, bullet))
    const lineBefore = wrapped.at(-1)?.text.text
    const continues =
      lineBefore !== undefined &&
      !(isAfterBlank || bullet > 0 || (line.own && !isOpen(lineBefore)) || line.mark !== null) &&
      continuesParagraph({
        line: body.text,
        isIndented: /^(?:\u3000| {2}|\u00A0{2}|\t)/.test(line.text.text),
        goesOn: line.goesOn,
        paragraphStart: wrapped[0]?.text.text ?? '',
        lineBefore,
        lineBehind: behind?.kind === 'text' ? behind.text.text.trimStart() : '',
      })
    if (!continues) endParagraph()
    if (wrapped.length === 0) mark = line.mark ?? (bullet > 0 ? '' : null)
    wrapped.push({ text: body, keepsEnd: line.goesOn || (lineBefore !== undefined && !isBrokenByWidth(lineBefore)) })
  }
  const addText = (line: TextLine, behind: VisualLine | TableBlock | undefined) => {
    const text = trim(line.text)
    const level = line.level || headingLevel(text.text)
    if (text.text.startsWith('|') || (pipes !== null && text.text.includes('|'))) {
      if (!isDelimiterRow(text.text)) addPipes(text, pipes)
    } else if (wrapped.at(-1)?.text.text.includes('|') && isDelimiterRow(text.text)) {
      addPipes(wrapped.pop()!.text, null)
    } else if (isRule(text.text)) endParagraph()
    else if (level > 0) {
      endParagraph()
      endTable()
      const hashes = line.level > 0 ? 0 : level
      blocks.push({ kind: 'heading', level, text: trim(stripInline(trim(slice(text, hashes)))) })
    } else {
      endTable()
      addParagraphLine(line, text, behind)
    }
  }

  const lines = partNumbersOfLines(mendRows(withSpacedRows(withoutFurniture(readVisualLines(source)))))
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'table') {
      endParagraph()
      endTable()
      const cells = line.rows.map((row) => row.map((cell) => ({ ...cell, text: shownText(cell.text) })))
      blocks.push({ kind: 'table', rows: cells })
    } else if (line.kind === 'row') {
      const filled = line.cells.filter((cell) => !isBlank(cell))
      const indented = filled.length === 1 && rows.length === 0 && filled[0] === line.cells.at(-1) ? filled[0] : null
      if (filled.length === 0) endParagraph()
      else if (indented)
        addText({ kind: 'text', text: indented, level: 0, mark: null, own: false, goesOn: false }, lines[index + 1])
      else
        addRow(
          line.cells.map((cell) => unquote(trim(cell))),
          null,
        )
    } else if (line.kind === 'text') addText(line, lines[index + 1])
    else {
      endParagraph()
      if (pipes !== null) endTable()
    }
    isAfterBlank = line.kind === 'blank'
  }
  endParagraph()
  endTable()
  return blocks
}

type TextLine = Extract<VisualLine, { kind: 'text' }>

function shownText(text: TracedText): TracedText {
  return partNumbersWithin(trim(stripInline(text)))
}

/** A word processor may part a sentence into paragraphs: <p>迟到的，</p><p>扣1分。</p> */
function isOpen(lineBefore: string): boolean {
  return /[，、,]$/.test(lineBefore)
}
