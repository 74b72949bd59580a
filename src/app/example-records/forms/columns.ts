import { codesOf, type CodeSetName } from '../../../core/records/code-sets.ts'
import type { DateForm, Privacy } from '../../../core/records/import-profile.ts'
import type { SourceColumn } from '../source-form.ts'

/** Short ways of saying what stands in a column of a source. */
export function plain(header: string, field: string, privacy: Privacy | null = null): SourceColumn {
  return { kind: 'field', header, field, writes: { as: 'plain' }, privacy }
}

export function center(header: string, field = 'center_id'): SourceColumn {
  return { kind: 'field', header, field, writes: { as: 'center-name' }, privacy: null }
}

export function dated(header: string, field: string, form: DateForm | 'cell'): SourceColumn {
  return {
    kind: 'field',
    header,
    field,
    writes: form === 'cell' ? { as: 'date-cell' } : { as: 'date', form },
    privacy: null,
  }
}

/** By the words that people use: the first label of each code. */
export function words(header: string, field: string, codes: CodeSetName): SourceColumn {
  return { kind: 'field', header, field, writes: { as: 'codes', signs: labelsOf(codes) }, privacy: null }
}

/** By signs of the source's own. */
export function signs(header: string, field: string, meant: Readonly<Record<string, string>>): SourceColumn {
  return { kind: 'field', header, field, writes: { as: 'codes', signs: meant }, privacy: null }
}

/** The words beside signs. */
export function label(header: string, field: string, codes: CodeSetName): SourceColumn {
  return { kind: 'label', header, field, labels: labelsOf(codes) }
}

export function constant(field: string, value: string): SourceColumn {
  return { kind: 'constant', field, value }
}

export function ignored(header: string, value: string): SourceColumn {
  return { kind: 'ignored', header, value }
}

function labelsOf(codes: CodeSetName): Readonly<Record<string, string>> {
  return Object.fromEntries(codesOf(codes).map(({ code, labels: [first] }) => [code, first]))
}
