import type { CsvDelimiter } from './prepared-file.ts'

/** One record of a CSV. Blank lines are records with one empty cell. */
export interface CsvRecord {
  /** From 1, as a spreadsheet counts: a line break within quotes begins no row. */
  readonly row: number
  readonly cells: readonly string[]
  /** `loose`: something stands behind a closing quote. `open`: the file ends within quotes. */
  readonly quotes: 'whole' | 'loose' | 'open'
}

export interface CsvReader {
  /** The records that end within this piece of text. */
  readonly add: (text: string) => readonly CsvRecord[]
  /** What the last line end left over. */
  readonly end: () => readonly CsvRecord[]
}

/**
 * Cuts text into records as DuckDB's reader does: quotes count where a cell begins with one, blanks around them do not, and a
 * quote within a bare cell is a letter. It never gives up: it says what is broken and goes on at the next line.
 */
export function csvReader(delimiter: CsvDelimiter): CsvReader {
  let state: 'begin' | 'bare' | 'quoted' | 'closed' = 'begin'
  let row = 1
  let cells: string[] = []
  let cell = ''
  let quotes: CsvRecord['quotes'] = 'whole'
  let isAfterReturn = false
  let done: CsvRecord[] = []

  const endCell = () => {
    cells.push(cell)
    cell = ''
    state = 'begin'
  }
  const endRecord = () => {
    endCell()
    done.push({ row, cells, quotes })
    row += 1
    cells = []
    quotes = 'whole'
  }
  const take = (letter: string) => {
    if (state === 'quoted') {
      if (letter === '"') state = 'closed'
      else cell += letter
    } else if (letter === delimiter) endCell()
    else if (letter === '\n' || letter === '\r') endRecord()
    else if (state === 'closed') takeAfterQuote(letter)
    else if (letter === '"' && state === 'begin') {
      cell = ''
      state = 'quoted'
    } else {
      cell += letter
      if (letter !== ' ') state = 'bare'
    }
  }
  const takeAfterQuote = (letter: string) => {
    if (letter === '"') {
      cell += letter
      state = 'quoted'
    } else if (letter !== ' ') {
      cell += letter
      quotes = 'loose'
      state = 'bare'
    }
  }
  const taken = () => {
    const records = done
    done = []
    return records
  }
  return {
    add: (text) => {
      for (let at = 0; at < text.length; at++) {
        const letter = text[at] ?? ''
        const isSecondHalf = letter === '\n' && isAfterReturn
        isAfterReturn = letter === '\r' && state !== 'quoted'
        if (!isSecondHalf) take(letter)
      }
      return taken()
    },
    end: () => {
      if (state === 'quoted') quotes = 'open'
      if (cells.length > 0 || cell !== '' || state !== 'begin') endRecord()
      return taken()
    },
  }
}
