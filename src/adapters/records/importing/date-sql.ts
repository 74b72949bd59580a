import { DATE_PATTERNS } from '../../../core/records/date-patterns.ts'
import type { DateForm } from '../../../core/records/import-profile.ts'
import { literal } from '../stored-columns.ts'

/** `WHEN … THEN …` for each form in turn: the day or the instant that a text names, as `readInstant` of core reads it. */
export function dayWhens(text: string, forms: readonly DateForm[], type: 'DATE' | 'TIMESTAMP'): string {
  return forms.map((form) => whenSql(text, form, type)).join(' ')
}

/** The same for one form of a cell that is mostly in it: `read` under a name of its own, then `fits` of that name. */
export interface QuickDay {
  readonly read: string
  readonly fits: (read: string) => string
}

export function quickDay(text: string, form: DateForm): QuickDay | null {
  const exact = exactForm(text, form)
  if (exact === null) return null
  return {
    read: `TRY_CAST(${exact.spelledOut} AS ${exact.type})`,
    fits: (read) => [...exact.isForm, `CAST(${read} AS VARCHAR) = ${exact.spelledOut}`].join(' AND '),
  }
}

function whenSql(text: string, form: DateForm, type: 'DATE' | 'TIMESTAMP'): string {
  const quick = quickDay(text, form)
  if (quick !== null) return `WHEN ${quick.fits(quick.read)} THEN CAST(${quick.read} AS ${type})`
  const plain = form === 'YYYY年M月D日' ? `translate(${text}, '年月日', '//')` : text
  const read = `TRY_CAST(${plain} AS TIMESTAMP)`
  // DuckDB takes 24:00:00 for the next day's midnight, which is no time of this day.
  const fits = `regexp_matches(${text}, ${literal(DATE_PATTERNS[form])}) AND NOT contains(${text}, ' 24:')`
  return `WHEN ${fits} AND ${read} IS NOT NULL THEN CAST(${read} AS ${type})`
}

interface ExactForm {
  readonly type: 'DATE' | 'TIMESTAMP'
  readonly spelledOut: string
  readonly isForm: readonly string[]
}

/**
 * A form with a fixed number of digits. DuckDB's own cast is fast and lenient: what it read is written out again and must be
 * what stood there, spelled as DuckDB spells it; then the form was exact, and the day and the time exist. Null for forms
 * whose numbers have one digit or two.
 */
function exactForm(text: string, form: DateForm): ExactForm | null {
  switch (form) {
    case 'YYYY-MM-DD hh:mm:ss':
      return { type: 'TIMESTAMP', spelledOut: text, isForm: [] }
    case 'YYYY-MM-DD':
      return { type: 'DATE', spelledOut: text, isForm: [] }
    case 'YYYY-MM-DD hh:mm':
      return { type: 'TIMESTAMP', spelledOut: `(${text} || ':00')`, isForm: [`strlen(${text}) = 16`] }
    case 'YYYY-MM-DDThh:mm:ss+08:00': {
      const isForm = [`strlen(${text}) = 25`, `${text} LIKE '__________T________+08:00'`]
      return { type: 'TIMESTAMP', spelledOut: `(left(${text}, 10) || ' ' || substr(${text}, 12, 8))`, isForm }
    }
    case 'YYYYMMDD':
      return { type: 'DATE', spelledOut: `(${compactDay(text)})`, isForm: [`strlen(${text}) = 8`] }
    case 'YYYYMMDDThhmmss':
      return {
        type: 'TIMESTAMP',
        spelledOut: `(${compactDay(text)} || ' ' || ${compactTime(text, 10)})`,
        isForm: [`strlen(${text}) = 15`, `${text} LIKE '________T______'`],
      }
    case 'YYYYMMDDhhmmss': {
      const spelledOut = `(${compactDay(text)} || ' ' || ${compactTime(text, 9)})`
      return { type: 'TIMESTAMP', spelledOut, isForm: [`strlen(${text}) = 14`] }
    }
    case 'YYYYMMDDhh:mm:ss': {
      const spelledOut = `(${compactDay(text)} || ' ' || substr(${text}, 9))`
      return { type: 'TIMESTAMP', spelledOut, isForm: [`strlen(${text}) = 16`] }
    }
    case 'YYYY/M/D':
    case 'YYYY/M/D hh:mm':
    case 'YYYY/M/D hh:mm:ss':
    case 'YYYY年M月D日':
      return null
  }
}

function compactDay(text: string): string {
  return `left(${text}, 4) || '-' || substr(${text}, 5, 2) || '-' || substr(${text}, 7, 2)`
}

function compactTime(text: string, from: number): string {
  return [from, from + 2, from + 4].map((at) => `substr(${text}, ${at}, 2)`).join(" || ':' || ")
}
