import type { TableBlock } from './block.ts'
import { createTableReader } from './html-table.ts'
import { scanHtml, type HtmlToken } from './html-scan.ts'
import { fromRuns, wrapGlue, type TextRun, type TracedText } from './traced-text.ts'

/** A line as a reader of the page sees it. `own`: it had an element of its own, so it is never wrapped into another. */
export type VisualLine =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'text'
      readonly text: TracedText
      readonly level: number
      readonly mark: string | null
      readonly own: boolean
      /** Behind a `<br>` of the paragraph before it. */
      readonly goesOn: boolean
    }
  | { readonly kind: 'row'; readonly cells: readonly TracedText[] }
  | TableBlock

/** More tabs than this in a line are no table: they are spaces. */
const MOST_TABS = 200

interface Segment {
  readonly runs: TextRun[]
  readonly afterTab: boolean
  readonly level: number
  readonly mark: string | null
  readonly own: boolean
  readonly goesOn: boolean
}

/**
 * Walks over the source once. Line ends of the source count outside of paragraphs and are soft inside them; tags that
 * open a block begin a new segment of the line; tabs outside of paragraphs part the cells of a row, so that
 * `<p>…</p>⇥<p>…</p>` is a row of two cells.
 */
export function readVisualLines(source: string): VisualLine[] {
  const lines: VisualLine[] = []
  const table = createTableReader(source)
  const lists: { ordered: boolean; count: number }[] = []
  let segments: Segment[] = []
  let tabs = 0
  let soft = false
  let wrap: TextRun | null = null
  let at = 0

  const begin = (afterTab: boolean, level = 0, mark: string | null = null, own = false) => {
    wrap = null
    segments.push({ runs: [], afterTab, level, mark, own, goesOn: false })
  }
  const endLine = () => {
    const line = segments
    segments = []
    if (tabs > 0 && tabs <= MOST_TABS) lines.push({ kind: 'row', cells: cellsOf(line, at) })
    else if (isPiped(line)) {
      const text = cellsOf(line, at).at(0)!
      lines.push({ kind: 'text', text, level: 0, mark: null, own: false, goesOn: false })
    } else {
      const shown = line.filter((segment) => segment.runs.some((run) => run.text.trim() !== ''))
      for (const { runs, afterTab: _, ...segment } of shown)
        lines.push({ kind: 'text', text: fromRuns(runs, at), ...segment })
      if (shown.length === 0) lines.push({ kind: 'blank' })
    }
    tabs = 0
    wrap = null
  }
  const show = (run: TextRun) => {
    if (table.isOpen()) {
      table.show(run)
      return
    }
    if (segments.length === 0) begin(false)
    const runs = segments.at(-1)!.runs
    if (wrap) {
      const glue = wrapGlue(runs.at(-1)?.text.at(-1), run.text[0])
      if (glue) runs.push({ ...wrap, text: glue })
      wrap = null
    }
    runs.push(run)
  }
  const closeTable = () => {
    const block = table.close()
    if (block) lines.push(block)
  }

  const readText = (start: number, end: number) => {
    let from = start
    for (let here = start; here < end; here += 1) {
      const code = source.charCodeAt(here)
      if (code !== 0x0a && code !== 0x0d && code !== 0x0c && code !== 0x09) continue
      if (code === 0x09) {
        if (table.isOpen() || soft) continue
        tabs += 1
        if (tabs > MOST_TABS) continue
        if (from < here) show({ text: source.slice(from, here), start: from, end: here })
        if (segments.length === 0) begin(false)
        at = here + 1
        begin(true)
        from = here + 1
        continue
      }
      const next = code === 0x0d && source.charCodeAt(here + 1) === 0x0a ? here + 2 : here + 1
      if (table.isOpen() || soft) {
        const shown = source.slice(from, here).trimEnd()
        if (shown) show({ text: shown, start: from, end: from + shown.length })
        let resume = next
        while (resume < end && isSpace(source.charCodeAt(resume))) resume += 1
        if (table.isOpen()) table.wrap({ text: '', start: here, end: resume })
        else if (isParted(source, next, resume)) {
          soft = false
          at = here
          endLine()
        } else wrap = { text: '', start: here, end: resume }
        here = Math.max(here, resume - 1)
        from = resume
        continue
      }
      if (from < here) show({ text: source.slice(from, here), start: from, end: here })
      at = here
      endLine()
      here = next - 1
      from = next
    }
    if (from < end) show({ text: source.slice(from, end), start: from, end })
  }

  const readTag = (tag: Extract<HtmlToken, { kind: 'tag' }>) => {
    const { name, closing } = tag
    at = tag.start
    if (table.readTag(tag)) {
      if (name === 'table' && !closing) soft = false
      if (!table.isOpen()) closeTable()
      return
    }
    if (name === 'ul' || name === 'ol') {
      if (closing) lists.pop()
      else lists.push({ ordered: name === 'ol', count: 0 })
      soft = false
      begin(false)
    } else if (name === 'li') {
      const list = lists.at(-1)
      if (list && !closing) list.count += 1
      soft = !closing
      begin(false, 0, closing ? null : list?.ordered ? String(list.count) : '', !closing)
    } else if (/^h[1-6]$/.test(name)) {
      soft = !closing
      begin(false, closing ? 0 : Number(name[1]), null, !closing)
    } else if (name === 'p' || name === 'dt' || name === 'dd') {
      soft = !closing
      const pending = segments.at(-1)
      const isFresh = pending && pending.runs.length === 0 && !closing
      if (isFresh) segments[segments.length - 1] = { ...pending, own: true }
      else begin(false, 0, null, !closing)
    } else if (name === 'br') {
      const level = segments.at(-1)?.level ?? 0
      begin(false, level)
      segments.push({ ...segments.pop()!, goesOn: soft && level === 0 })
    }
    else if (BLOCKS.has(name)) {
      soft = false
      begin(false)
    }
  }

  for (const token of scanHtml(source)) {
    if (table.isOpen() && token.kind !== 'tag' && !table.isInCell() && isShown(source, token)) closeTable()
    if (token.kind === 'text') readText(token.start, token.end)
    else if (token.kind === 'entity') show(token)
    else {
      const opens = token.name === 'table' || token.name === 'tr' || token.name === 'td' || token.name === 'th'
      if (opens && !token.closing && !table.isOpen()) {
        at = token.start
        if (segments.length > 0) endLine()
      }
      readTag(token)
    }
  }
  at = source.length
  closeTable()
  endLine()
  return lines
}

const BLOCKS: ReadonlySet<string> = new Set(
  'div section article header footer main nav hr body html center pre blockquote form dl address figure'.split(' '),
)

/** `| a<br>b |` is one line. */
function isPiped(segments: readonly Segment[]): boolean {
  const opening = segments[0]?.runs[0]?.text ?? ''
  return segments.length > 1 && opening.trimStart().startsWith('|')
}

function cellsOf(segments: readonly Segment[], at: number): TracedText[] {
  const cells: TextRun[][] = []
  for (const { runs, afterTab } of segments) {
    const cell = cells.at(-1)
    if (afterTab || !cell) cells.push(runs.slice())
    else if (runs.length > 0) {
      const last = cell.at(-1)
      if (last) cell.push({ text: '\n', start: last.end, end: runs.at(0)!.start })
      for (const run of runs) cell.push(run)
    }
  }
  return cells.map((runs) => fromRuns(runs, at))
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0x0c || code === 0x3000
}

/** An empty line ends a paragraph whose closing tag is missing. */
function isParted(source: string, from: number, to: number): boolean {
  return /[\n\r]/.test(source.slice(from, to))
}

function isShown(source: string, token: Exclude<HtmlToken, { kind: 'tag' }>): boolean {
  return (token.kind === 'entity' ? token.text : source.slice(token.start, token.end)).trim() !== ''
}
