import type { Field } from '../../../core/records/data-set.ts'
import { codesOf } from '../../../core/records/code-sets.ts'
import { EARLIEST_DAY, LATEST_DAY } from '../../../core/records/date-patterns.ts'
import type { FieldMapping } from '../../../core/records/import-profile.ts'
import { ID_PATTERN, readValue, type ReadingGround } from '../../../core/records/read-value.ts'
import { WHITE_SPACE, trimmed } from '../../../core/records/white-space.ts'
import { literal } from '../stored-columns.ts'
import { dayWhens, quickDay } from './date-sql.ts'

/**
 * One field of a row in SQL, by the rules of `readValue` in core, so that the usual row is cheap. `quick` is read first, then
 * `value` and `meant`; `suspect` is true at least where the row is at fault and costs next to nothing; `faulty` is exact
 * and only asked of suspects. Each may name those before it. What is rarely needed stands in branches of CASE, because
 * DuckDB reads everything else for all rows.
 */
export interface FieldSql {
  readonly quick: string | null
  readonly value: string
  /** What the label beside a code means; null where there is none. */
  readonly meant: string | null
  readonly suspect: string
  readonly faulty: string
}

/** What a field is read from: expressions for its cells, and the names that the expressions of `FieldSql` will have. */
export interface FieldCells {
  readonly cell: string
  readonly label: string | null
  readonly quick: string
  readonly value: string
  readonly meant: string
  /** An expression that is true where no id of the row holds white space or a control. */
  readonly areIdsPlain: string
}

export function fieldSql(field: Field, mapping: FieldMapping, cells: FieldCells, on: ReadingGround): FieldSql {
  const { kind } = field
  switch (kind.kind) {
    case 'id':
      return idSql(field, cells)
    case 'text':
      return textSql(field, cells)
    case 'center':
      return centerSql(field, mapping, cells, on)
    case 'code':
      return codeSql(field, mapping, cells, on)
    case 'count': {
      const isCount = (text: string) =>
        `regexp_full_match(${text}, '[0-9]{1,10}') AND CAST(${text} AS BIGINT) <= 2000000000`
      const value = readCell(cells.cell, null, (text) => `WHEN ${isCount(text)} THEN CAST(${text} AS INTEGER)`)
      return { quick: null, value, meant: null, ...unread(field, cells) }
    }
    case 'date':
    case 'time':
      return daySql(field, mapping, cells, on)
  }
}

/** The cell without the white space around it, NULL where nothing is left. */
function trimmedSql(cell: string): string {
  return `nullif(trim(${cell}, ${literal(WHITE_SPACE)}), '')`
}

function idSql(field: Field, { cell, value, areIdsPlain }: FieldCells): FieldSql {
  return {
    quick: null,
    value: `CASE WHEN ${areIdsPlain} THEN ${cell} ELSE ${trimmedSql(cell)} END`,
    meant: null,
    suspect: `${missing(field, value)} OR strlen(${value}) > 120 OR NOT ${areIdsPlain}`,
    faulty: `${missing(field, value)} OR NOT regexp_full_match(${value}, ${literal(ID_PATTERN)})`,
  }
}

function textSql(field: Field, { cell, value }: FieldCells): FieldSql {
  return {
    quick: null,
    value: `CASE WHEN ${hasBlankAtEnd(cell)} THEN ${trimmedSql(cell)} ELSE ${cell} END`,
    meant: null,
    suspect: `${missing(field, value)} OR strlen(${value}) > 4000`,
    faulty: `${missing(field, value)} OR length(${value}) > 4000`,
  }
}

function codeSql(field: Field, mapping: FieldMapping, cells: FieldCells, on: ReadingGround): FieldSql {
  const { kind } = field
  const words = kind.kind === 'code' ? codesOf(kind.codes).flatMap(({ code, labels }) => [code, ...labels]) : []
  const known = meanings(field, mapping, on, words)
  return mappedSql(field, cells, known, cells.label)
}

/** Any other value of a center may mean one and the same thing: a center of another district. */
function centerSql(field: Field, mapping: FieldMapping, { cell, value }: FieldCells, on: ReadingGround): FieldSql {
  const known = meanings(field, mapping, on, [...on.centers])
  const others = meaningOf(field, mapping, on, STRANGE)
  const type = fewValues([...known.values(), others])
  const own = readCell(
    cell,
    null,
    (text) => whensOf(text, known, type),
    others && `CAST(${literal(others)} AS ${type})`,
  )
  return { quick: null, value: own, meant: null, ...unread(field, { cell, value }) }
}

/** No profile has a line for it. */
const STRANGE = '\u0001'

function whensOf(text: string, known: ReadonlyMap<string, string | null>, type: string): string {
  const meaning = (word: string | null) => (word === null ? 'NULL' : `CAST(${literal(word)} AS ${type})`)
  return [...known].map(([word, means]) => `WHEN ${text} = ${literal(word)} THEN ${meaning(means)}`).join(' ')
}

/**
 * The type of a column that has few values: a byte a row, where texts are copied and sorted at their length. In the order of
 * texts. With many values the statement, which names them with each, would grow long.
 */
function fewValues(values: Iterable<string | null>): string {
  const few = [...new Set(values)].filter((value) => value !== null)
  if (few.length === 0 || few.length > MOST_VALUES) return 'VARCHAR'
  const inOrder = few.toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
  return `ENUM (${inOrder.map(literal).join(', ')})`
}

const MOST_VALUES = 64

/** A label fills in for an empty code, and must agree with one that is there. */
function mappedSql(
  field: Field,
  { cell, quick, value, meant }: FieldCells,
  known: ReadonlyMap<string, string | null>,
  label: string | null,
): FieldSql {
  const type = fewValues(known.values())
  const whens = (text: string) => whensOf(text, known, type)
  const own = readCell(cell, null, whens)
  if (label === null) return { quick: null, value: own, meant: null, ...unread(field, { cell, value }) }
  const said = readCell(label, null, whens)
  const isEmpty = field.isRequired ? 'true' : `(${cell} IS NOT NULL OR ${label} IS NOT NULL)`
  const isUnread = field.isRequired ? `${value} IS NULL` : `(${value} IS NULL AND ${trimmedSql(cell)} IS NOT NULL)`
  return {
    quick: own,
    value: `CASE WHEN ${quick} IS NULL AND ${trimmedSql(cell)} IS NULL THEN ${said} ELSE ${quick} END`,
    meant: said,
    suspect: `(${value} IS NULL AND ${isEmpty}) OR (${label} IS NOT NULL AND ${value} IS DISTINCT FROM ${meant})`,
    faulty: `${isUnread} OR (${trimmedSql(label)} IS NOT NULL AND (${meant} IS NULL OR ${value} <> ${meant}))`,
  }
}

function daySql(field: Field, mapping: FieldMapping, cells: FieldCells, { line }: ReadingGround): FieldSql {
  const { cell, quick, value } = cells
  const type = field.kind.kind === 'date' ? 'DATE' : 'TIMESTAMP'
  const forms = mapping.forms ?? []
  const [usual] = forms
  const first = usual === undefined ? null : quickDay(cell, usual)
  const usually = first && `WHEN ${first.fits(quick)} THEN CAST(${quick} AS ${type})`
  const isCounted = field.derives.includes('start') || field.derives.includes('stop')
  const [from, to] = isCounted ? [line.from, line.to] : [EARLIEST_DAY, LATEST_DAY]
  const outside = `${value} < CAST('${from}' AS DATE) OR ${value} >= CAST('${to}' AS DATE) + 1`
  const plain = unread(field, cells)
  return {
    quick: first?.read ?? null,
    value: `CAST(${readCell(cell, usually, (text) => dayWhens(text, forms, type))} AS ${type})`,
    meant: null,
    suspect: `${plain.suspect} OR ${outside}`,
    faulty: `${plain.faulty} OR coalesce(${outside}, false)`,
  }
}

/** Where reading gave nothing: at fault unless the cell is empty and may be. */
function unread(
  field: Field,
  { cell, value }: Pick<FieldCells, 'cell' | 'value'>,
): Pick<FieldSql, 'suspect' | 'faulty'> {
  if (field.isRequired) return { suspect: `${value} IS NULL`, faulty: `${value} IS NULL` }
  return {
    suspect: `(${value} IS NULL AND ${cell} IS NOT NULL)`,
    faulty: `(${value} IS NULL AND ${trimmedSql(cell)} IS NOT NULL)`,
  }
}

function missing(field: Field, value: string): string {
  return field.isRequired ? `${value} IS NULL` : 'false'
}

/**
 * By the first `WHEN` that holds for the cell as it is, or, where none does, without the white space around it. `usually` is one
 * that is tried before, `others` what any text but an empty one means where none holds.
 */
function readCell(
  cell: string,
  usually: string | null,
  whens: (text: string) => string,
  others: string | null = null,
): string {
  if (whens(cell) === '') return 'CAST(NULL AS VARCHAR)'
  const last = others === null ? '' : `WHEN ${trimmedSql(cell)} IS NOT NULL THEN ${others}`
  const rarely = `CASE ${whens(trimmedSql(cell))} ${last} END`
  return `CASE WHEN ${cell} IS NULL THEN NULL ${usually ?? ''} ${whens(cell)} ELSE ${rarely} END`
}

/** What the core's own rule makes of every text that may have a meaning: it is asked, not written again. Null where it refuses. */
function meanings(
  field: Field,
  mapping: FieldMapping,
  on: ReadingGround,
  words: readonly string[],
): ReadonlyMap<string, string | null> {
  const known = new Map<string, string | null>()
  for (const text of [...Object.keys(mapping.values ?? {}), ...words])
    if (text !== '' && trimmed(text) === text && !text.includes('\0'))
      known.set(text, meaningOf(field, mapping, on, text))
  return known
}

function meaningOf(field: Field, mapping: FieldMapping, on: ReadingGround, text: string): string | null {
  const read = readValue(field, mapping, text, '', on)
  return read.ok && typeof read.value === 'string' ? read.value : null
}

/** By comparing first characters and last ones: a tenth of what trimming costs. An empty text counts as blank. */
function hasBlankAtEnd(cell: string): string {
  const others = WHITE_SPACE.split('').filter((blank) => blank > '!')
  const begins = others.map((blank) => `(${cell} >= ${literal(blank)} AND ${cell} < ${literal(after(blank))})`)
  const ends = WHITE_SPACE.split('').map((blank) => `suffix(${cell}, ${literal(blank)})`)
  return [`${cell} < '!'`, ...begins, ...ends].join(' OR ')
}

function after(blank: string): string {
  return String.fromCodePoint((blank.codePointAt(0) ?? 0) + 1)
}
