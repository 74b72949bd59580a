import type { CodeSetName } from './code-sets.ts'
import type { Derived, Field, FieldKind, PersonalKind } from './data-set.ts'

interface Particulars {
  readonly also?: readonly string[]
  readonly unit?: string
  readonly standard?: string
  readonly personal?: PersonalKind
  readonly derives?: readonly Derived[]
  /** 1 where nothing is said: the field has always been there. */
  readonly since?: number
}

/** The standard whose field names and codes are taken over where it has them. */
export const RATING_STANDARD = 'GB/T 39046-2020'

/** A field that every record must fill. */
export function required(
  name: string,
  chinese: string,
  kind: KindWord,
  meaning: string,
  more: Particulars = {},
): Field {
  return field(true, name, chinese, kind, meaning, more)
}

/** A field that a record may leave empty: nothing is read into an empty one. */
export function optional(
  name: string,
  chinese: string,
  kind: KindWord,
  meaning: string,
  more: Particulars = {},
): Field {
  return field(false, name, chinese, kind, meaning, more)
}

type KindWord = Exclude<FieldKind['kind'], 'code'> | { readonly codes: CodeSetName }

function field(
  isRequired: boolean,
  name: string,
  chinese: string,
  kind: KindWord,
  meaning: string,
  { also = [], unit, standard, personal, derives = [], since = 1 }: Particulars,
): Field {
  return {
    name,
    chinese,
    alsoCalled: also,
    kind: typeof kind === 'string' ? { kind } : { kind: 'code', codes: kind.codes },
    unit: unit ?? null,
    isRequired,
    meaning,
    standard: standard ?? null,
    personal: personal ?? null,
    derives,
    since,
  }
}
