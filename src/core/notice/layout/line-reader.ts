import { fromRuns, wrapGlue, type TextRun, type TracedText } from './traced-text.ts'

/** A line as a reader of the page sees it. */
export type VisualLine =
  | { readonly kind: 'blank' }
  | ({ readonly kind: 'text'; readonly text: TracedText } & LineManner)
  | { readonly kind: 'row'; readonly cells: readonly TracedText[] }

export interface LineManner {
  /** Of `<h1>` to `<h6>`; 0 elsewhere. */
  readonly level: number
  /** The number of a `<li>` in an ordered list, empty for a bullet, null outside of lists. */
  readonly mark: string | null
  /** It opens an element of its own, so it is never wrapped into the line before it. */
  readonly own: boolean
  /** Behind a `<br>` of the same paragraph. */
  readonly goesOn: boolean
}

/** Collects one line of the source, which may show as several lines or as the cells of a row. */
export interface LineReader {
  /** Within a paragraph of HTML, where line ends of the source mean nothing. */
  readonly isSoft: () => boolean
  readonly isSplitByTabs: () => boolean
  readonly show: (run: TextRun) => void
  readonly tab: (at: number) => void
  readonly begin: (at: number, manner: Partial<LineManner>, soft: boolean) => void
  readonly breakHere: (at: number) => void
  /** A line end within a paragraph. An empty line ends a paragraph whose closing tag is missing. */
  readonly wrap: (from: number, to: number, isEmptyLine: boolean) => void
  readonly end: (at: number) => void
  readonly finish: (at: number) => void
  readonly endIfBegun: (at: number) => void
}

export function createLineReader(emit: (line: VisualLine) => void): LineReader {
  let segments: Segment[] = []
  let tabs = 0
  let soft = false
  let gap: TextRun | null = null
  let quotes = 0
  let quotedLines = 0

  const begin = (at: number, manner: Partial<LineManner>, afterTab = false) => {
    gap = null
    const last = segments.at(-1)
    const isUnused = last !== undefined && last.runs.length === 0 && !afterTab
    if (isUnused) segments.pop()
    segments.push({ runs: [], at, afterTab: afterTab || (isUnused && last.afterTab), manner: { ...PLAIN, ...manner } })
  }
  const end = (at: number) => {
    // A cell copied from a spreadsheet holds line breaks when it is quoted.
    if (tabs > 0 && quotes % 2 === 1 && quotedLines < MOST_QUOTED_LINES) {
      quotedLines += 1
      begin(at, {})
      return
    }
    quotes = 0
    quotedLines = 0
    const line = segments
    segments = []
    gap = null
    const isRow = tabs > 0 && tabs <= MOST_TABS
    tabs = 0
    if (isRow) emit({ kind: 'row', cells: cellsOf(line, at) })
    else if (isPiped(line)) emit({ kind: 'text', text: cellsOf(line, at).at(0)!, ...PLAIN })
    else {
      const shown = line.filter(({ runs }) => runs.some((run) => run.text.trim() !== ''))
      for (const { runs, manner } of shown) emit({ kind: 'text', text: fromRuns(runs, at), ...manner })
      if (shown.length === 0) emit({ kind: 'blank' })
    }
  }

  return {
    isSoft: () => soft,
    isSplitByTabs: () => !soft && tabs < MOST_TABS,
    show: (run) => {
      if (segments.length === 0) begin(run.start, {})
      const runs = segments.at(-1)!.runs
      const glue = gap ? wrapGlue(runs.at(-1)?.text.at(-1), run.text[0]) : ''
      if (gap && glue) runs.push({ ...gap, text: glue })
      gap = null
      if (quotes > 0 || (tabs > 0 && runs.length === 0 && run.text.startsWith('"')))
        quotes += run.text.split('"').length - 1
      runs.push(run)
    },
    tab: (at) => {
      if (segments.length === 0) begin(at, {})
      tabs += 1
      quotes = 0
      begin(at + 1, {}, true)
    },
    begin: (at, manner, isSoft) => {
      soft = isSoft
      begin(at, manner)
    },
    breakHere: (at) => {
      const level = segments.at(-1)?.manner.level ?? 0
      begin(at, { level, goesOn: level === 0 && soft })
    },
    wrap: (from, to, isEmptyLine) => {
      if (!isEmptyLine) gap = { text: '', start: from, end: to }
      else {
        soft = false
        end(from)
      }
    },
    end,
    finish: (at) => {
      quotes = 0
      end(at)
    },
    endIfBegun: (at) => {
      soft = false
      quotes = 0
      if (segments.length > 0) end(at)
    },
  }
}

const MOST_QUOTED_LINES = 100

/** More tabs than this in a line are no table: they are spaces. */
const MOST_TABS = 200

interface Segment {
  readonly runs: TextRun[]
  readonly at: number
  readonly afterTab: boolean
  readonly manner: LineManner
}

const PLAIN: LineManner = { level: 0, mark: null, own: false, goesOn: false }

/** `| a<br>b |` is one line. */
function isPiped(segments: readonly Segment[]): boolean {
  const opening = segments[0]?.runs[0]?.text ?? ''
  return segments.length > 1 && opening.trimStart().startsWith('|')
}

function cellsOf(segments: readonly Segment[], at: number): TracedText[] {
  const cells: TextRun[][] = []
  for (const { runs, afterTab } of segments) {
    const cell = cells.at(-1)
    const last = cell?.at(-1)
    const first = runs[0]
    if (afterTab || !cell) cells.push(runs.slice())
    else if (first) {
      if (last) cell.push({ text: '\n', start: last.end, end: first.start })
      for (const run of runs) cell.push(run)
    }
  }
  return cells.map((runs) => fromRuns(runs, at))
}
