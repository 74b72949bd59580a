import type { Field } from '../../../core/records/data-set.ts'
import { codesOf } from '../../../core/records/code-sets.ts'
import { EARLIEST_DAY, LATEST_DAY } from '../../../core/records/date-patterns.ts'
import type { FieldMapping } from '../../../core/records/import-profile.ts'
import { ID_PATTERN, readValue, type ReadingGround } from '../../../core/records/read-value.ts'
import { WHITE_SPACE, trimmed } from '../../../core/records/white-space.ts'
import { literal } from '../stored-columns.ts'
import { instantSql } from './date-sql.ts'

/**
 * One field of a row in SQL, by the rules of `readValue` in core. Three columns' worth, so that the usual row is cheap: `value`
 * reads the cell; `suspect` is true at least where the row is at fault and costs next to nothing; `faulty` is exact
 * and only asked of suspects. `value` and `meant` stand under their own names when the other two are asked.
 */
export interface FieldSql {
  readonly value: string
  /** What the label beside a code means; null where there is none. */
  readonly meant: string | null
  readonly suspect: string
  readonly faulty: string
}

/** What a field is read from: expressions for its cells, and the names that its value and its label's meaning will have. */
export interface FieldCells {
  readonly cell: string
  readonly label: string | null
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
      return mappedSql(field, cells, meanings(field, mapping, on, [...on.centers]), null)
    case 'code':
      return codeSql(field, mapping, cells, on)
    case 'count': {
      const value = firstOf(
        cells.cell,
        (text) => `CASE WHEN regexp_full_match(${text}, '[0-9]{1,10}')
        AND CAST(${text} AS BIGINT) <= 2000000000 THEN CAST(${text} AS INTEGER) END`,
      )
      return { value, meant: null, ...unread(field, cells) }
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
    value: `CASE WHEN ${areIdsPlain} THEN ${cell} ELSE ${trimmedSql(cell)} END`,
    meant: null,
    suspect: `${missing(field, value)} OR strlen(${value}) > 120 OR NOT ${areIdsPlain}`,
    faulty: `${missing(field, value)} OR NOT regexp_full_match(${value}, ${literal(ID_PATTERN)})`,
  }
}

function textSql(field: Field, { cell, value }: FieldCells): FieldSql {
  return {
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

/** A label fills in for an empty code, and must agree with one that is there. */
function mappedSql(
  field: Field,
  { cell, value, meant }: FieldCells,
  known: ReadonlyMap<string, string>,
  label: string | null,
): FieldSql {
  const own = firstOf(cell, (text) => caseSql(text, known))
  if (label === null) return { value: own, meant: null, ...unread(field, { cell, value }) }
  const said = firstOf(label, (text) => caseSql(text, known))
  const isEmpty = field.isRequired ? 'true' : `(${cell} IS NOT NULL OR ${label} IS NOT NULL)`
  const isUnread = field.isRequired ? `${value} IS NULL` : `(${value} IS NULL AND ${trimmedSql(cell)} IS NOT NULL)`
  return {
    value: `coalesce(${own}, CASE WHEN ${trimmedSql(cell)} IS NULL THEN ${said} END)`,
    meant: said,
    suspect: `(${value} IS NULL AND ${isEmpty}) OR (${label} IS NOT NULL AND ${value} IS DISTINCT FROM ${meant})`,
    faulty: `${isUnread} OR (${trimmedSql(label)} IS NOT NULL AND (${meant} IS NULL OR ${value} <> ${meant}))`,
  }
}

function daySql(field: Field, mapping: FieldMapping, cells: FieldCells, { line }: ReadingGround): FieldSql {
  const { value } = cells
  const type = field.kind.kind === 'date' ? 'DATE' : 'TIMESTAMP'
  const forms = mapping.forms ?? []
  const isCounted = field.derives.includes('start') || field.derives.includes('stop')
  const [from, to] = isCounted ? [line.from, line.to] : [EARLIEST_DAY, LATEST_DAY]
  const outside = `${value} < CAST('${from}' AS DATE) OR ${value} >= CAST('${to}' AS DATE) + 1`
  const plain = unread(field, cells)
  return {
    value: `CAST(${firstOf(cells.cell, (text) => instantSql(text, forms))} AS ${type})`,
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

/** Most cells have no white space around them: only what cannot be read as it is is trimmed and read again. */
function firstOf(cell: string, read: (text: string) => string): string {
  return `coalesce(${read(cell)}, ${read(trimmedSql(cell))})`
}

/** What the core's own rule makes of every text that may have a meaning: the rule is asked, not written again. */
function meanings(
  field: Field,
  mapping: FieldMapping,
  on: ReadingGround,
  words: readonly string[],
): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  for (const text of [...Object.keys(mapping.values ?? {}), ...words]) {
    if (text === '' || trimmed(text) !== text || text.includes('\0')) continue
    const read = readValue(field, mapping, text, '', on)
    if (read.ok && typeof read.value === 'string') known.set(text, read.value)
  }
  return known
}

function caseSql(text: string, known: ReadonlyMap<string, string>): string {
  if (known.size === 0) return 'CAST(NULL AS VARCHAR)'
  const whens = [...known].map(([word, meaning]) => `WHEN ${literal(word)} THEN ${literal(meaning)}`)
  return `CASE ${text} ${whens.join(' ')} END`
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
