import { plainCell, type Block, type TableRow } from './block.ts'
import { isBlank, joinWrapped, slice, trim, type TracedText } from './traced-text.ts'
import { isDelimiterRow, splitPipes } from './markdown-row.ts'
import { stripInline } from './markdown-inline.ts'
import { readMark } from './numbering.ts'
import { readVisualLines, type VisualLine } from './visual-lines.ts'

/** The source as paragraphs, headings and tables, in order. */
export function readBlocks(source: string): Block[] {
  const blocks: Block[] = []
  let rows: TableRow[] = []
  let piped = false
  let wrapped: TracedText[] = []
  let mark: string | null = null
  let afterBlank = true

  const endParagraph = () => {
    if (wrapped.length > 0) blocks.push({ kind: 'paragraph', text: trim(stripInline(joinWrapped(wrapped))), mark })
    wrapped = []
    mark = null
  }
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows })
    rows = []
  }
  const addRow = (cells: readonly TracedText[], isPiped: boolean) => {
    endParagraph()
    if (isPiped !== piped) endTable()
    piped = isPiped
    rows.push(cells.map((cell) => plainCell(trim(stripInline(cell)))))
  }
  const addText = (line: Extract<VisualLine, { kind: 'text' }>) => {
    const text = trim(line.text)
    if (text.text.startsWith('|')) {
      if (!isDelimiterRow(text.text)) addRow(splitPipes(text), true)
      return
    }
    if (isRule(text.text)) {
      endParagraph()
      return
    }
    endTable()
    const hashes = /^#{1,6}(?=[^#])/.exec(text.text)?.[0].length ?? 0
    if (line.level > 0 || hashes > 0) {
      endParagraph()
      const title = trim(stripInline(trim(slice(text, hashes))))
      blocks.push({ kind: 'heading', level: line.level || hashes, text: title })
      return
    }
    const quote = /^>\s?/.exec(text.text)?.[0].length ?? 0
    const bullet = /^[-*+•●◆■▪](?:\s+(?!\d+(?:\.\d+)?\s*分)|(?<=[•●◆■▪]))/.exec(text.text)?.[0].length ?? 0
    const body = trim(slice(text, Math.max(quote, bullet)))
    const isIndented = /^(?:\u3000| {2}|\u00A0{2}|\t)/.test(line.text.text)
    if (
      bullet > 0 ||
      line.own ||
      line.mark !== null ||
      !continues(wrapped.at(-1), body, afterBlank, isIndented, wrapped[0])
    )
      endParagraph()
    if (wrapped.length === 0) mark = line.mark ?? (bullet > 0 ? '' : null)
    wrapped.push(body)
  }

  for (const line of readVisualLines(source)) {
    if (line.kind === 'table') {
      endParagraph()
      endTable()
      const cells = line.rows.map((row) => row.map((cell) => ({ ...cell, text: trim(stripInline(cell.text)) })))
      blocks.push({ kind: 'table', rows: cells })
    } else if (line.kind === 'row') {
      const filled = line.cells.filter((cell) => !isBlank(cell))
      const isIndented = filled.length === 1 && filled[0] === line.cells.at(-1)
      if (filled.length === 0) endParagraph()
      else if (isIndented && rows.length === 0)
        addText({ kind: 'text', text: filled.at(0)!, level: 0, mark: null, own: false })
      else addRow(line.cells, false)
    } else if (line.kind === 'text') addText(line)
    else {
      endParagraph()
      if (piped) endTable()
    }
    afterBlank = line.kind === 'blank'
  }
  endParagraph()
  endTable()
  return blocks
}

function isRule(text: string): boolean {
  return /^(?:-{3,}|\*{3,}|_{3,}|={3,}|`{3,}\w*|~{3,}\w*)$/.test(text)
}

/** Whether a line goes on with the paragraph before it: it has no number of its own and the other is not closed. */
function continues(
  before: TracedText | undefined,
  line: TracedText,
  afterBlank: boolean,
  isIndented: boolean,
  first: TracedText | undefined,
): boolean {
  if (!before || !first || afterBlank) return false
  if (readMark(line.text, 0) || STARTS.test(line.text)) return false
  if (/[。；;！!]$/.test(before.text) && GENERAL.test(line.text)) return false
  if (/[，、,]$/.test(before.text)) return true
  if (isClosedHeading(first.text)) return false
  if (readMark(first.text, 0) || STARTS.test(first.text)) return true
  if (isIndented) return false
  return before.text.length >= 18 && !/[。；！？;!?：:]$/.test(before.text)
}

const STARTS = /^(?:注|说明|备注|附件|附表)\s*[\d一二三四五六七八九十]*\s*[：:、.]/

/** 各项扣完为止 behind a closed sentence speaks of more than that sentence. */
const GENERAL = /^(?:以上|上述|各[大小分]?项|本[表办细考]|所有)/

/** 一、服务事项（5分） is complete; what follows on the next line is not part of it. */
function isClosedHeading(text: string): boolean {
  return text.length <= 40 && !/[。；;，,]/.test(text) && !/[扣加]/.test(text)
}
