import { codesOf } from './code-sets.ts'
import type { DataSet, Field } from './data-set.ts'

export interface DerivedColumn {
  readonly name: string
  /** The field that it is derived from. */
  readonly field: string
  readonly derivation: 'start' | 'stop' | 'seconds' | 'rank'
}

/** The columns that are derived at import, in the order of their fields: integers, null where the field is empty. */
export function derivedColumns(set: DataSet): readonly DerivedColumn[] {
  return set.fields.flatMap(derivedOf)
}

function derivedOf({ name, kind, derives }: Field): readonly DerivedColumn[] {
  if (kind.kind === 'code')
    return codesOf(kind.codes).some(({ rank }) => rank !== null)
      ? [{ name: `${name}_rank`, field: name, derivation: 'rank' }]
      : []
  return derives.map((derivation) => ({ name: `${name}_${SUFFIX[derivation]}`, field: name, derivation }))
}

const SUFFIX = { start: 'start_day', stop: 'stop_day', seconds: 'seconds' } as const
