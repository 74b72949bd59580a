import type { DataSetName } from '../../core/records/data-set.ts'
import { dataSet, findField } from '../../core/records/data-sets.ts'
import type { DateForm, FieldMapping, ImportProfile, Privacy } from '../../core/records/import-profile.ts'
import { USUAL_PRIVACY } from '../../core/records/mask.ts'
import type { YearCenter } from '../example-year/year-setting.ts'
import type { ExportForm } from '../ports/source-exports.ts'

/** How one system exports one data set: the file that it writes, and so the profile by which it is imported. */
export interface SourceForm {
  readonly profileId: string
  /** As the person who confirmed the profile named it. */
  readonly title: string
  readonly fileName: string
  readonly dataSet: DataSetName
  readonly source: string
  readonly kind: ExportForm['kind']
  readonly encoding: ExportForm['encoding']
  readonly columns: readonly SourceColumn[]
}

export type SourceColumn =
  | {
      readonly kind: 'field'
      readonly header: string
      readonly field: string
      readonly writes: Written
      readonly privacy: Privacy | null
    }
  /** The label in words beside the digit of a code. */
  | {
      readonly kind: 'label'
      readonly header: string
      readonly field: string
      readonly labels: Readonly<Record<string, string>>
    }
  /** Not in the file: the same in every row. */
  | { readonly kind: 'constant'; readonly field: string; readonly value: string }
  /** What the system exports and nobody needs. */
  | { readonly kind: 'ignored'; readonly header: string; readonly value: string }

export type Written =
  | { readonly as: 'plain' }
  | { readonly as: 'center-name' }
  | { readonly as: 'date'; readonly form: DateForm }
  /** A cell of a sheet that holds a date and not a text. */
  | { readonly as: 'date-cell' }
  /** Code -> what the system writes. */
  | { readonly as: 'codes'; readonly signs: Readonly<Record<string, string>> }

export function headerOf({ columns }: SourceForm): string[] {
  return columns.flatMap((column) => (column.kind === 'constant' ? [] : [column.header]))
}

/** What a person would have confirmed after looking at the file. */
export function profileOf(form: SourceForm, centers: readonly YearCenter[]): ImportProfile {
  const labels = new Map(
    form.columns.flatMap((one) => (one.kind === 'label' ? [[one.field, one.header] as const] : [])),
  )
  const mappings = form.columns.flatMap((column): [string, FieldMapping][] => {
    if (column.kind === 'constant')
      return [[column.field, { ...PLAIN, from: { kind: 'constant', value: column.value } }]]
    if (column.kind !== 'field') return []
    const { header, field, writes } = column
    const mapping: FieldMapping = {
      from: { kind: 'column', header },
      values: valuesOf(writes, centers),
      labelColumn: labels.get(field) ?? null,
      forms: formsOf(form.dataSet, field, writes),
      privacy: column.privacy ?? usualPrivacy(form.dataSet, field),
    }
    return [[field, mapping]]
  })
  return {
    id: form.profileId,
    title: form.title,
    dataSet: form.dataSet,
    source: form.source,
    columns: Object.fromEntries(mappings),
    ignored: form.columns.flatMap((column) => (column.kind === 'ignored' ? [column.header] : [])),
  }
}

const PLAIN = { values: null, labelColumn: null, forms: null, privacy: 'keep' } as const

function valuesOf(writes: Written, centers: readonly YearCenter[]): Readonly<Record<string, string>> | null {
  if (writes.as === 'center-name') return Object.fromEntries(centers.map(({ id, name }) => [name, id]))
  return writes.as === 'codes'
    ? Object.fromEntries(Object.entries(writes.signs).map(([code, sign]) => [sign, code]))
    : null
}

function formsOf(name: DataSetName, field: string, writes: Written): readonly DateForm[] | null {
  if (writes.as === 'date') return [writes.form]
  if (writes.as !== 'date-cell') return null
  const isTime = findField(dataSet(name), field)?.kind.kind === 'time'
  return isTime ? ['YYYY-MM-DD hh:mm:ss', 'YYYY-MM-DD'] : ['YYYY-MM-DD']
}

function usualPrivacy(name: DataSetName, field: string): Privacy {
  const personal = findField(dataSet(name), field)?.personal ?? null
  return personal === null ? 'keep' : USUAL_PRIVACY[personal]
}
