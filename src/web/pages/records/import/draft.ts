import { checkProfile } from '../../../../core/records/check-profile.ts'
import { completeProfile } from '../../../../core/records/complete-profile.ts'
import type { DataSet, Field } from '../../../../core/records/data-set.ts'
import { dataSet } from '../../../../core/records/data-sets.ts'
import type { GuessingGround, OpenPoint } from '../../../../core/records/guessing-ground.ts'
import {
  TO_BE_SAID,
  type DateForm,
  type FieldMapping,
  type ImportProfile,
  type Privacy,
} from '../../../../core/records/import-profile.ts'
import { USUAL_PRIVACY } from '../../../../core/records/mask.ts'

/** A profile that a person is still working on. */
export interface Draft {
  readonly profile: ImportProfile
  /** That the columns left out are not needed: a person must say so, anew whenever others are left out. */
  readonly agreesToIgnore: boolean
  /** What the guess had to say, of which some is only to be known. */
  readonly notes: readonly Note[]
}

/** Said by the server; `code` is one of `OpenCode`. */
export type Note = Omit<OpenPoint, 'code'> & { readonly code: string }

export type DraftChange =
  | { readonly kind: 'named'; readonly name: 'id' | 'title' | 'source'; readonly value: string }
  /** An empty header: the field is not imported. */
  | { readonly kind: 'column'; readonly field: string; readonly header: string }
  | { readonly kind: 'constant'; readonly field: string; readonly value: string }
  | { readonly kind: 'label'; readonly field: string; readonly header: string | null }
  | { readonly kind: 'value'; readonly field: string; readonly from: string; readonly to: string }
  | { readonly kind: 'forms'; readonly field: string; readonly forms: readonly DateForm[] }
  | { readonly kind: 'privacy'; readonly field: string; readonly privacy: Privacy }
  | { readonly kind: 'agree'; readonly agrees: boolean }
  /** Values that checking the rows met in a column and that nobody has explained. */
  | { readonly kind: 'met'; readonly column: string; readonly values: readonly string[] }

/** What the file shows, and which centers there are. */
export type DraftGround = Omit<GuessingGround, 'dataSet'>

export function changeDraft(draft: Draft, change: DraftChange, on: DraftGround): Draft {
  const { profile } = draft
  switch (change.kind) {
    case 'named':
      return { ...draft, profile: { ...profile, [change.name]: change.value } }
    case 'agree':
      return { ...draft, agreesToIgnore: change.agrees }
    case 'column':
      return withColumns(draft, columnNamed(draft, change.field, change.header, on), on)
    case 'constant':
      return withMapping(draft, change.field, on, (mapping) => ({
        ...mapping,
        from: { kind: 'constant', value: change.value },
        values: null,
        labelColumn: null,
        forms: mapping.forms,
      }))
    case 'label':
      return withMapping(draft, change.field, on, (mapping) =>
        explained(draft, change.field, { ...mapping, labelColumn: change.header }, on),
      )
    case 'value':
      return withMapping(draft, change.field, on, (mapping) => ({
        ...mapping,
        values: { ...mapping.values, [change.from]: change.to },
      }))
    case 'forms':
      return withMapping(draft, change.field, on, (mapping) => ({ ...mapping, forms: change.forms }))
    case 'privacy':
      return withMapping(draft, change.field, on, (mapping) => ({ ...mapping, privacy: change.privacy }))
    case 'met':
      return withMet(draft, change.column, change.values, on)
  }
}

/** How a guess becomes a draft. Columns that are left out await a person's word. */
export function draftOf(profile: ImportProfile, notes: readonly Note[]): Draft {
  return { profile, agreesToIgnore: profile.ignored.length === 0, notes }
}

export interface Unanswered {
  /** Null for the whole profile. */
  readonly field: string | null
  readonly message: string
}

/** What must be said before the profile can be confirmed; the columns left out are told by `draft.agreesToIgnore`. */
export function unansweredIn({ profile }: Draft): readonly Unanswered[] {
  const faults = checkProfile(profile)
  const seen = new Set<string>()
  return faults.filter(({ field, message }) => !seen.has(`${field} ${message}`) && seen.add(`${field} ${message}`))
}

function fieldNamed(set: DataSet, name: string): Field | undefined {
  return set.fields.find((field) => field.name === name)
}

/** A field that no column or value feeds yet. */
function emptyMapping(field: Field): FieldMapping {
  const privacy = field.personal === null ? 'keep' : USUAL_PRIVACY[field.personal]
  return { from: { kind: 'column', header: '' }, values: null, labelColumn: null, forms: null, privacy }
}

type Columns = ImportProfile['columns']

function columnNamed({ profile }: Draft, name: string, header: string, on: DraftGround): Columns {
  const { [name]: before, ...others } = profile.columns
  const field = fieldNamed(dataSet(profile.dataSet), name)
  if (header === '' || field === undefined) return others
  const { privacy } = before ?? emptyMapping(field)
  const named: FieldMapping = { ...emptyMapping(field), from: { kind: 'column', header }, privacy }
  return { ...others, [name]: completed(profile, name, named, on) }
}

/** With words beside them, signs that nobody has explained may explain themselves. */
function explained({ profile }: Draft, name: string, mapping: FieldMapping, on: DraftGround): FieldMapping {
  const said = Object.entries(mapping.values ?? {}).filter(([, to]) => to !== TO_BE_SAID)
  return completed(profile, name, { ...mapping, values: said.length === 0 ? null : Object.fromEntries(said) }, on)
}

/** A mapping with all that its columns show. */
function completed(profile: ImportProfile, name: string, mapping: FieldMapping, on: DraftGround): FieldMapping {
  const alone = { ...profile, columns: { [name]: mapping } }
  return completeProfile(alone, { ...on, dataSet: profile.dataSet }).profile.columns[name] ?? mapping
}

function withMapping(
  draft: Draft,
  name: string,
  on: DraftGround,
  change: (mapping: FieldMapping) => FieldMapping,
): Draft {
  const field = fieldNamed(dataSet(draft.profile.dataSet), name)
  if (field === undefined) return draft
  const before = draft.profile.columns[name] ?? emptyMapping(field)
  return withColumns(draft, { ...draft.profile.columns, [name]: change(before) }, on)
}

function withMet(draft: Draft, column: string, met: readonly string[], on: DraftGround): Draft {
  const { profile } = draft
  const changed = dataSet(profile.dataSet).fields.flatMap(({ name, kind }): [string, FieldMapping][] => {
    const mapping = profile.columns[name]
    const isMapped = kind.kind === 'code' || kind.kind === 'center'
    if (!isMapped || mapping?.from.kind !== 'column' || mapping.from.header !== column) return []
    const open = Object.fromEntries(met.map((value) => [value, TO_BE_SAID]))
    return [[name, { ...mapping, values: { ...open, ...mapping.values } }]]
  })
  return withColumns(draft, { ...profile.columns, ...Object.fromEntries(changed) }, on)
}

/** Whatever no field takes is left out. */
function withColumns(draft: Draft, columns: Columns, { header }: DraftGround): Draft {
  const used = new Set(
    Object.values(columns).flatMap(({ from, labelColumn }) => [
      ...(from.kind === 'column' ? [from.header] : []),
      ...(labelColumn === null ? [] : [labelColumn]),
    ]),
  )
  const ignored = header.filter((name) => name !== '' && !used.has(name))
  const isSame = ignored.join('\n') === draft.profile.ignored.join('\n')
  const agreesToIgnore = ignored.length === 0 || (isSame && draft.agreesToIgnore)
  return { ...draft, profile: { ...draft.profile, columns, ignored }, agreesToIgnore }
}
