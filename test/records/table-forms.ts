import { DuckDBInstance } from '@duckdb/node-api'
import ExcelJS from 'exceljs'
import { writeFile } from 'node:fs/promises'
import { inGb18030 } from './gb18030.ts'

/** A header and rows below it. */
export type Table = readonly (readonly string[])[]

/** One way to write a table into a file. */
export interface TableForm {
  readonly name: string
  readonly write: (path: string, table: Table) => Promise<void>
}

export interface CsvManner {
  readonly encoding: keyof typeof ENCODERS
  readonly delimiter?: ',' | '\t' | ';'
  readonly lineEnd?: '\n' | '\r\n' | '\r'
  readonly quotes?: 'needed' | 'all'
  /** Blank lines between and behind the rows. */
  readonly blanks?: boolean
  readonly isEnded?: boolean
  readonly saysDelimiter?: boolean
}

export const ENCODERS = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  'utf-16le with mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(text, 'utf16le').swap16(),
  'utf-16be with mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  gb18030: inGb18030,
} as const

function csvText(table: Table, manner: Omit<CsvManner, 'encoding'>): string {
  const { delimiter = ',', lineEnd = '\n', quotes = 'needed', blanks, isEnded = true, saysDelimiter } = manner
  const quoted = (cell: string) =>
    quotes === 'all' || /[",;\t\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const lines = table.map((cells) => cells.map(quoted).join(delimiter))
  const blank = delimiter.repeat((table[0]?.length ?? 1) - 1)
  const all = blanks === true ? lines.flatMap((line, at) => (at % 3 === 1 ? [line, '', blank] : [line])) : lines
  return `${saysDelimiter === true ? `sep=${delimiter}${lineEnd}` : ''}${all.join(lineEnd)}${isEnded ? lineEnd : ''}`
}

export function csvForm(manner: CsvManner): TableForm {
  const { encoding, ...rest } = manner
  return {
    name: `CSV ${JSON.stringify(manner)}`,
    write: (path, table) => writeFile(path, ENCODERS[encoding](csvText(table, rest))),
  }
}

export function workbookForm(useSharedStrings: boolean): TableForm {
  return {
    name: `XLSX with ${useSharedStrings ? 'shared' : 'inline'} strings`,
    write: async (path, table) => {
      const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings })
      const sheet = book.addWorksheet('数据')
      for (const cells of table) sheet.addRow(cells).commit()
      await book.commit()
    },
  }
}

export const jsonLinesForm: TableForm = {
  name: 'JSON lines',
  write: (path, table) =>
    writeFile(
      path,
      objectsOf(table)
        .map((object) => `${JSON.stringify(object)}\n`)
        .join(''),
    ),
}

export const jsonArrayForm: TableForm = {
  name: 'a JSON array',
  write: (path, table) => writeFile(path, JSON.stringify(objectsOf(table), null, 2)),
}

export const parquetForm: TableForm = {
  name: 'Parquet',
  write: async (path, [header = [], ...rows]) => {
    const text = (cell: string) => `'${cell.replaceAll("'", "''")}'`
    const values = rows.map((cells) => `(${cells.map(text).join(', ')})`).join(', ')
    const names = header.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ')
    await runDuckDb(`COPY (SELECT * FROM (VALUES ${values}) AS t(${names})) TO ${text(path)} (FORMAT parquet)`)
  },
}

/** Rows as text; an empty text for what is null. */
export async function runDuckDb(sql: string): Promise<readonly (readonly string[])[]> {
  opened ??= DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await (await opened).connect()
  try {
    const answer = await connection.runAndReadAll(sql)
    const rows = answer.getRowsJson() as readonly (readonly (string | number | boolean | null)[])[]
    return rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell))))
  } finally {
    connection.closeSync()
  }
}

let opened: Promise<DuckDBInstance> | null = null

function objectsOf([header = [], ...rows]: Table): readonly Readonly<Record<string, string>>[] {
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))
}
