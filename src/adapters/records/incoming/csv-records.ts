/** One record of a CSV. Blank lines are records with one empty cell. */
export interface CsvRecord {
  /** From 1, as a spreadsheet counts: a line break within quotes begins no row. */
  readonly row: number
  /** The first 20,000, each up to a million characters: what is longer is broken, and must not fill the memory. */
  readonly cells: readonly string[]
  /** How many cells there are. */
  readonly width: number
  /** How many characters its cells have, all of them. */
  readonly length: number
  /**
   * `loose`: something stands behind a closing quote. `open`: the text ends within quotes. `cut`: it does so in the line that
   * opened them.
   */
  readonly quotes: 'whole' | 'loose' | 'open' | 'cut'
}

export interface CsvReader {
  /** The records that end within this piece of text. */
  readonly add: (text: string) => readonly CsvRecord[]
  /** What the last line end left over. */
  readonly end: () => readonly CsvRecord[]
}

/**
 * Cuts text into records as DuckDB's reader does: quotes count where a cell begins with one, but for a blank, and a quote
 * within a bare cell is a letter. Of `"a" "b"` it makes `a b`. It never gives up: it says what is broken and goes on at the next line.
 */
export function csvReader(delimiter: string): CsvReader {
  const parting = delimiter.charCodeAt(0)
  let state: 'begin' | 'led' | 'bare' | 'quoted' | 'closed' | 'spaced' = 'begin'
  let row = 1
  let cells: string[] = []
  let width = 0
  let length = 0
  let cell = ''
  /** Blanks behind a closing quote. */
  let gap = ''
  let quotes: CsvRecord['quotes'] = 'whole'
  let isAfterReturn = false
  let done: CsvRecord[] = []

  const extend = (piece: string) => {
    length += piece.length
    if (cell.length < LONGEST_CELL) cell += piece
  }
  const endCell = () => {
    if (width < MOST_CELLS) cells.push(cell)
    width += 1
    cell = ''
    gap = ''
    state = 'begin'
  }
  const endRecord = () => {
    endCell()
    done.push({ row, cells, width, length, quotes })
    row += 1
    cells = []
    width = 0
    length = 0
    quotes = 'whole'
  }
  /** From the opening quote on; where the text goes on behind the closing one. */
  const takeQuoted = (text: string, from: number) => {
    const quote = text.indexOf('"', from)
    const end = quote === -1 ? text.length : quote
    extend(text.slice(from, end))
    if (quote !== -1) state = 'closed'
    return end + 1
  }
  /** Up to what ends the cell or the quotes; where that stands. */
  const takeBare = (text: string, from: number) => {
    let at = from
    for (; at < text.length; at++) {
      const letter = text.charCodeAt(at)
      if (letter === parting || letter === FEED || letter === RETURN) break
      if (letter === QUOTE && state !== 'bare') break
      if (letter === SPACE) state = AFTER_SPACE[state]
      else {
        if (state === 'closed' || state === 'spaced') quotes = 'loose'
        state = 'bare'
      }
    }
    if (state === 'closed' || state === 'spaced') gap += text.slice(from, at)
    else extend(text.slice(from, at))
    return at
  }
  const takeMark = (letter: number) => {
    if (letter === parting) endCell()
    else if (letter !== QUOTE) endRecord()
    else {
      if (state === 'closed') cell += '"'
      else cell = state === 'spaced' ? cell + gap : ''
      gap = ''
      state = 'quoted'
    }
    isAfterReturn = letter === RETURN
  }
  const taken = () => {
    const records = done
    done = []
    return records
  }
  return {
    add: (text) => {
      let at = isAfterReturn && text.startsWith('\n') ? 1 : 0
      if (text !== '') isAfterReturn = false
      while (at < text.length) {
        if (state === 'quoted') {
          at = takeQuoted(text, at)
          continue
        }
        at = takeBare(text, at)
        if (at === text.length) break
        takeMark(text.charCodeAt(at))
        at += 1
        if (isAfterReturn && at < text.length) {
          if (text.charCodeAt(at) === FEED) at += 1
          isAfterReturn = false
        }
      }
      return taken()
    },
    end: () => {
      if (state === 'quoted') quotes = /[\n\r]/u.test(cell) ? 'open' : 'cut'
      if (width > 0 || cell !== '' || state !== 'begin') endRecord()
      return taken()
    },
  }
}

/** One blank before a quote is nothing, two make the cell a bare one. */
const AFTER_SPACE = {
  begin: 'led',
  led: 'bare',
  bare: 'bare',
  quoted: 'quoted',
  closed: 'spaced',
  spaced: 'spaced',
} as const

const FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
const LONGEST_CELL = 1 << 20
const MOST_CELLS = 20_000
