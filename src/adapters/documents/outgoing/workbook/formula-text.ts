import type { Formula, Match } from '../../../../core/document/formula.ts'
import { decimalOf } from '../../../../core/kernel/points.ts'
import { unreachable } from '../../../../core/kernel/unreachable.ts'
import type { RowPlace, Stretch, TablePlace, TablePlaces } from './table-place.ts'

/** The cell that a formula stands in. */
export interface FormulaPlace extends RowPlace {
  readonly table: string
}

/** Longer, and Excel refuses the whole file. */
const LONGEST = 8_000

/**
 * A formula as Excel writes it, in points as decimals. Figures of points are rounded to the hundredth, because Excel adds in binary
 * fractions. A name that the document does not have is a bug of its builder.
 */
export function formulaText(formula: Formula, at: FormulaPlace, places: TablePlaces, isPoints: boolean): string {
  const text = textOf(formula, { at, places })
  const rounded = isPoints ? `ROUND(${text},2)` : text
  if (rounded.length > LONGEST) throw new Error(`a formula of ${rounded.length} signs in ${at.table}`)
  return rounded
}

interface Scope {
  readonly at: FormulaPlace
  readonly places: TablePlaces
}

function textOf(formula: Formula, scope: Scope): string {
  switch (formula.op) {
    case 'figure':
      return figureText(formula.table, formula.row, formula.column, scope)
    case 'here':
      return `${columnOf(placeOf(scope.at.table, scope), formula.column)}${scope.at.row}`
    case 'sum-of-column':
      return sumText(formula.table, formula.column, formula.where, scope)
    case 'mean-of-column':
      return meanText(formula.table, formula.column, formula.where, scope)
    case 'count-of-rows':
      return countText(formula.table, formula.where, scope)
    case 'rank': {
      const [area] = areasOf(formula.table, formula.column, scope)
      return `RANK(ROUND(${textOf(formula.of, scope)},2),${area ?? '0'})`
    }
    case 'points':
      return decimalOf(formula.points)
    case 'number':
      return String(formula.number)
    case 'sum':
      return callText('SUM', formula.of, scope)
    case 'product':
      return formula.of.length === 0 ? '1' : `(${formula.of.map((part) => textOf(part, scope)).join('*')})`
    case 'minus':
      return `(-${textOf(formula.of, scope)})`
    case 'highest':
      return callText('MAX', formula.of, scope)
    case 'lowest':
      return callText('MIN', formula.of, scope)
    case 'if-text': {
      const cell = `${columnOf(placeOf(scope.at.table, scope), formula.column)}${scope.at.row}`
      const [met, otherwise] = [textOf(formula.met, scope), textOf(formula.otherwise, scope)]
      return `IF(${cell}=${literal(formula.equals)},${met},${otherwise})`
    }
    default:
      return unreachable(formula)
  }
}

/** Excel takes 255 arguments; more are called in groups. SUM, MAX and MIN pass over cells that hold words. */
function callText(name: string, of: readonly Formula[], scope: Scope): string {
  const inner = (parts: readonly string[]): string => {
    if (parts.length <= 200) return `${name}(${parts.join(',')})`
    const groups: string[] = []
    for (let from = 0; from < parts.length; from += 200)
      groups.push(`${name}(${parts.slice(from, from + 200).join(',')})`)
    return inner(groups)
  }
  return of.length === 0 ? '0' : inner(of.map((part) => textOf(part, scope)))
}

function figureText(table: string, row: string, column: string, scope: Scope): string {
  const place = placeOf(table, scope)
  const found = place.rows.get(row)
  if (!found) throw new Error(`no row ${row} in ${table}`)
  const sheet = found.sheet === scope.at.sheet ? '' : `${quoted(found.sheet)}!`
  return `${sheet}$${columnOf(place, column)}$${found.row}`
}

function sumText(table: string, column: string, where: readonly Match[], scope: Scope): string {
  const sums = areasOf(table, column, scope)
  if (where.length === 0) return sums.length === 0 ? '0' : `SUM(${sums.join(',')})`
  const matched = where.map((match) => areasOf(table, match.column, scope))
  return addedUp(
    sums.map((sum, i) => {
      const areas = matched.map((areas) => areas[i] ?? '')
      if (!where.every(isSafe)) return `SUMPRODUCT(${equalsText(where, areas)},${sum})`
      return `SUMIFS(${sum},${where.map((match, k) => `${areas[k] ?? ''},${literal(match.equals)}`).join(',')})`
    }),
  )
}

/** In whole hundredths: ROUND would round a half of a loss away from zero, and a half that binary fractions miss downwards. */
function meanText(table: string, column: string, where: readonly Match[], scope: Scope): string {
  const [sum, count] = [sumText(table, column, where, scope), countText(table, where, scope)]
  return `INT(ROUND(${sum}*100,0)/${count}+0.5)/100`
}

function countText(table: string, where: readonly Match[], scope: Scope): string {
  const place = placeOf(table, scope)
  const [first] = place.columns.keys()
  if (where.length === 0) {
    const isOneLineEach = place.stretches.reduce((sum, { first, last }) => sum + last - first + 1, 0) === place.rowCount
    if (!isOneLineEach || first === undefined) return String(place.rowCount)
    return addedUp(areasOf(table, first, scope).map((area) => `ROWS(${area})`))
  }
  const matched = where.map((match) => areasOf(table, match.column, scope))
  return addedUp(
    place.stretches.map((_, i) => {
      const areas = matched.map((areas) => areas[i] ?? '')
      if (!where.every(isSafe)) return `SUMPRODUCT(${equalsText(where, areas)})`
      return `COUNTIFS(${where.map((match, k) => `${areas[k] ?? ''},${literal(match.equals)}`).join(',')})`
    }),
  )
}

/**
 * SUMIFS and COUNTIFS take a text that looks like a number, a date or a comparison for one, so that 3.1 would match 3.10, and they read
 * * and ? as signs for any text. Whatever could be so taken is compared sign by sign, which is slower.
 */
function isSafe({ equals }: Match): boolean {
  return equals.length > 0 && equals.length < 200 && !/[\d*?~<>=%+\-/.]|^(?:true|false)$/iu.test(equals)
}

function equalsText(where: readonly Match[], areas: readonly string[]): string {
  return `--${where.map((match, k) => `(${areas[k] ?? ''}=${literal(match.equals)})`).join('*')}`
}

/** A text in quotes; a longer one than Excel takes is put together. */
function literal(text: string): string {
  const parts: string[] = []
  for (let from = 0; from < text.length || from === 0; from += 250) parts.push(text.slice(from, from + 250))
  const all = parts.map((part) => `"${part.replaceAll('"', '""')}"`)
  return all.length === 1 ? (all[0] ?? '""') : `(${all.join('&')})`
}

function addedUp(parts: readonly string[]): string {
  return parts.length === 0 ? '0' : parts.length === 1 ? (parts[0] ?? '0') : `(${parts.join('+')})`
}

function areasOf(table: string, column: string, scope: Scope): string[] {
  const place = placeOf(table, scope)
  const letters = columnOf(place, column)
  return place.stretches.map((stretch) => areaText(stretch, letters, scope.at.sheet))
}

function areaText({ sheet, first, last }: Stretch, letters: string, from: string): string {
  return `${sheet === from ? '' : `${quoted(sheet)}!`}$${letters}$${first}:$${letters}$${last}`
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`
}

function placeOf(table: string, { places }: Scope): TablePlace {
  const place = places.get(table)
  if (!place) throw new Error(`no table ${table}`)
  return place
}

function columnOf({ columns }: TablePlace, key: string): string {
  const letters = columns.get(key)
  if (letters === undefined) throw new Error(`no column ${key}`)
  return letters
}
