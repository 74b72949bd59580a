import { DATE_PATTERNS } from '../../../core/records/date-patterns.ts'
import type { DateForm } from '../../../core/records/import-profile.ts'
import { literal } from '../stored-columns.ts'

/** The instant that a text names in the first form that fits, as `readInstant` of core reads it; NULL where none does. */
export function instantSql(text: string, forms: readonly DateForm[]): string {
  return `coalesce(${forms.map((form) => formSql(text, form)).join(', ')}, CAST(NULL AS TIMESTAMP))`
}

/**
 * DuckDB's own cast is fast and lenient. What it read is written out again and must be what stood there: then the text was
 * in the one exact form, and the day and the time exist. Forms that are spelled otherwise are spelled out first.
 */
function formSql(text: string, form: DateForm): string {
  switch (form) {
    case 'YYYY-MM-DD hh:mm:ss':
      return spelledOut('TIMESTAMP', text, 'true')
    case 'YYYY-MM-DD':
      return spelledOut('DATE', text, 'true')
    case 'YYYY-MM-DD hh:mm':
      return spelledOut('TIMESTAMP', `(${text} || ':00')`, `strlen(${text}) = 16`)
    case 'YYYY-MM-DDThh:mm:ss+08:00': {
      const isForm = `strlen(${text}) = 25 AND ${text} LIKE '__________T________+08:00'`
      return spelledOut('TIMESTAMP', `(left(${text}, 10) || ' ' || substr(${text}, 12, 8))`, isForm)
    }
    case 'YYYYMMDD':
      return spelledOut('DATE', compactDay(text), `strlen(${text}) = 8`)
    case 'YYYYMMDDThhmmss': {
      const time = compactTime(`substr(${text}, 10)`)
      return spelledOut(
        'TIMESTAMP',
        `(${compactDay(text)} || ' ' || ${time})`,
        `strlen(${text}) = 15 AND ${text} LIKE '________T______'`,
      )
    }
    case 'YYYYMMDDhhmmss': {
      const time = compactTime(`substr(${text}, 9)`)
      return spelledOut('TIMESTAMP', `(${compactDay(text)} || ' ' || ${time})`, `strlen(${text}) = 14`)
    }
    case 'YYYYMMDDhh:mm:ss':
      return spelledOut('TIMESTAMP', `(${compactDay(text)} || ' ' || substr(${text}, 9))`, `strlen(${text}) = 16`)
    case 'YYYY/M/D':
    case 'YYYY/M/D hh:mm':
    case 'YYYY/M/D hh:mm:ss':
      return byPattern(text, form, text)
    case 'YYYY年M月D日':
      return byPattern(text, form, `translate(${text}, '年月日', '//')`)
  }
}

function spelledOut(type: 'DATE' | 'TIMESTAMP', text: string, isForm: string): string {
  const read = `TRY_CAST(${text} AS ${type})`
  return `CASE WHEN ${isForm} AND CAST(${read} AS VARCHAR) = ${text} THEN CAST(${read} AS TIMESTAMP) END`
}

/** One or two digits a part. DuckDB takes 24:00:00 for the next day's midnight, which is no time of this day. */
function byPattern(text: string, form: DateForm, plain: string): string {
  const fits = `regexp_matches(${text}, ${literal(DATE_PATTERNS[form])}) AND NOT contains(${text}, ' 24:')`
  return `CASE WHEN ${fits} THEN TRY_CAST(${plain} AS TIMESTAMP) END`
}

function compactDay(text: string): string {
  return `left(${text}, 4) || '-' || substr(${text}, 5, 2) || '-' || substr(${text}, 7, 2)`
}

function compactTime(text: string): string {
  return `left(${text}, 2) || ':' || substr(${text}, 3, 2) || ':' || substr(${text}, 5, 2)`
}
