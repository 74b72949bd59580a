import type { DateForm } from '../../core/records/import-profile.ts'
import type { YearCenter } from '../example-year/year-setting.ts'
import type { ExportCell } from '../ports/source-exports.ts'
import type { ExampleValues } from './example-row.ts'
import type { SourceColumn, SourceForm, Written } from './source-form.ts'

/** A record as the source writes it: cells in the order of its header. */
export function cellsOf(form: SourceForm, centers: readonly YearCenter[]): (values: ExampleValues) => ExportCell[] {
  const names = new Map<string, string>(centers.map(({ id, name }) => [id, name]))
  const writers = form.columns.flatMap((column) => (column.kind === 'constant' ? [] : [writerOf(column, names)]))
  return (values) => writers.map((write) => write(values))
}

type Writer = (values: ExampleValues) => ExportCell

function writerOf(column: Exclude<SourceColumn, { kind: 'constant' }>, names: ReadonlyMap<string, string>): Writer {
  if (column.kind === 'ignored') return () => column.value
  const { field } = column
  if (column.kind === 'label') return (values) => column.labels[String(values[field] ?? '')] ?? null
  const write = valueWriter(column.writes, names)
  return (values) => {
    const value = values[field] ?? null
    return value === null ? null : write(value)
  }
}

function valueWriter(writes: Written, names: ReadonlyMap<string, string>): (value: string | number) => ExportCell {
  switch (writes.as) {
    case 'plain':
      return (value) => value
    case 'center-name':
      return (value) => names.get(String(value)) ?? value
    case 'codes':
      return (value) => writes.signs[value] ?? value
    case 'date':
      return (value) => dateText(String(value), writes.form)
    // The clock on the wall: sheets know no zone.
    case 'date-cell':
      return (value) => new Date(`${String(value).replace(' ', 'T')}${String(value).length > 10 ? '' : 'T00:00:00'}Z`)
  }
}

/** `2021-03-01 09:30:05` or `2021-03-01` in another form. */
function dateText(moment: string, form: DateForm): string {
  const [year, month, day] = [moment.slice(0, 4), moment.slice(5, 7), moment.slice(8, 10)]
  const [hour, minute, second] = [moment.slice(11, 13), moment.slice(14, 16), moment.slice(17, 19)]
  const slashed = () => `${year}/${Number(month)}/${Number(day)}`
  switch (form) {
    case 'YYYY-MM-DD':
      return moment.slice(0, 10)
    case 'YYYY-MM-DD hh:mm':
      return moment.slice(0, 16)
    case 'YYYY-MM-DD hh:mm:ss':
      return moment
    case 'YYYY-MM-DDThh:mm:ss+08:00':
      return `${moment.slice(0, 10)}T${moment.slice(11)}+08:00`
    case 'YYYYMMDD':
      return year + month + day
    case 'YYYYMMDDThhmmss':
      return `${year}${month}${day}T${hour}${minute}${second}`
    case 'YYYYMMDDhhmmss':
      return year + month + day + hour + minute + second
    case 'YYYYMMDDhh:mm:ss':
      return `${year}${month}${day}${moment.slice(11)}`
    case 'YYYY/M/D':
      return slashed()
    case 'YYYY/M/D hh:mm':
      return `${slashed()} ${hour}:${minute}`
    case 'YYYY/M/D hh:mm:ss':
      return `${slashed()} ${hour}:${minute}:${second}`
    case 'YYYY年M月D日':
      return `${year}年${Number(month)}月${Number(day)}日`
  }
}
