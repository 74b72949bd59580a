import type { TableBlock } from './block.ts'
import { createTableReader } from './html-table.ts'
import { scanHtml, type HtmlToken } from './html-scan.ts'
import { createLineReader, type VisualLine } from './line-reader.ts'

/**
 * Walks over the source once. Line ends of the source count outside of paragraphs and are soft inside them; tags that
 * open a block begin a new segment of the line; tabs outside of paragraphs part the cells of a row, so that
 * `<p>…</p>⇥<p>…</p>` is a row of two cells.
 */
export function readVisualLines(source: string): (VisualLine | TableBlock)[] {
  const lines: (VisualLine | TableBlock)[] = []
  const line = createLineReader((read) => lines.push(read))
  const table = createTableReader(source)
  const lists: { readonly isOrdered: boolean; count: number }[] = []

  const closeTable = () => {
    const block = table.close()
    if (block) lines.push(block)
  }
  const show = (start: number, end: number) => {
    if (start >= end) return
    const run = { text: source.slice(start, end), start, end }
    if (table.isOpen()) table.show(run)
    else line.show(run)
  }

  const readText = (start: number, end: number) => {
    let from = start
    for (let at = start; at < end; at += 1) {
      const code = source.charCodeAt(at)
      if (code === TAB && !table.isOpen() && line.isSplitByTabs()) {
        show(from, at)
        line.tab(at)
        from = at + 1
      } else if (code === LINE_FEED || code === CARRIAGE_RETURN || code === FORM_FEED) {
        show(from, trimmedEnd(source, from, at))
        const next = code === CARRIAGE_RETURN && source.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1
        from = next
        if (table.isOpen() || line.isSoft()) {
          while (from < end && isSpace(source.charCodeAt(from))) from += 1
          if (table.isOpen()) table.wrap(at, from)
          else line.wrap(at, from, hasLineEnd(source, next, from))
        } else line.end(at)
        at = from - 1
      }
    }
    show(from, end)
  }

  const readTag = ({ name, closing, start }: Extract<HtmlToken, { kind: 'tag' }>) => {
    if (name === 'ul' || name === 'ol') {
      if (closing) lists.pop()
      else lists.push({ isOrdered: name === 'ol', count: 0 })
      line.begin(start, {}, false)
    } else if (name === 'li') {
      const list = lists.at(-1)
      if (list && !closing) list.count += 1
      line.begin(start, closing ? {} : { own: true, mark: list?.isOrdered ? String(list.count) : '' }, !closing)
    } else if (/^h[1-6]$/.test(name)) line.begin(start, closing ? {} : { own: true, level: Number(name[1]) }, !closing)
    else if (name === 'p' || name === 'dt' || name === 'dd') line.begin(start, { own: !closing }, !closing)
    else if (name === 'br') line.breakHere(start)
    else if (BLOCKS.has(name)) line.begin(start, {}, false)
  }

  for (const token of scanHtml(source)) {
    const opens = token.kind === 'tag' && !token.closing && TABLE_PARTS.has(token.name)
    if (opens && !table.isOpen()) line.endIfBegun(token.start)
    if (token.kind === 'tag') {
      const isOfTable = table.readTag(token)
      if (!table.isOpen()) closeTable()
      if (!isOfTable) readTag(token)
      continue
    }
    if (table.isOpen() && !table.isInCell() && isShown(source, token)) closeTable()
    if (token.kind === 'text') readText(token.start, token.end)
    else if (table.isOpen()) table.show(token)
    else line.show(token)
  }
  closeTable()
  line.finish(source.length)
  return lines
}

const TAB = 0x09
const LINE_FEED = 0x0a
const FORM_FEED = 0x0c
const CARRIAGE_RETURN = 0x0d

const TABLE_PARTS: ReadonlySet<string> = new Set(['table', 'tr'])
const BLOCKS: ReadonlySet<string> = new Set(
  'td th div section article header footer main nav hr body html center pre blockquote form dl address figure'.split(
    ' ',
  ),
)

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x3000 || (code >= TAB && code <= CARRIAGE_RETURN)
}

function trimmedEnd(source: string, from: number, to: number): number {
  let end = to
  while (end > from && isSpace(source.charCodeAt(end - 1))) end -= 1
  return end
}

function hasLineEnd(source: string, from: number, to: number): boolean {
  return /[\n\r]/.test(source.slice(from, to))
}

function isShown(source: string, token: Exclude<HtmlToken, { kind: 'tag' }>): boolean {
  return (token.kind === 'entity' ? token.text : source.slice(token.start, token.end)).trim() !== ''
}
