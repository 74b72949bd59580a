import { placeInWords, type SourcePlace } from '../../../core/kernel/source-place.ts'
import { bilingual } from '../../text/bilingual.ts'

/** Where in the form that a notice was issued in something stands. */
export const placeText = bilingual(
  { at: placeInWords },
  {
    at: ({ page, line, table, row, column, paragraph, sheet, cell }: SourcePlace) =>
      sheet !== null && cell !== null
        ? `sheet “${sheet}” ${cell}`
        : [
            ...(page === null ? [] : [`page ${page}`]),
            ...(line === null ? [] : [`line ${line}`]),
            ...(table === null ? [] : [`table ${table}, row ${row ?? 1}, column ${column ?? 1}`]),
            ...(paragraph === null ? [] : [`paragraph ${paragraph}`]),
          ].join(', '),
  },
)
