import type { Center } from '../../app/ports/notice-archive.ts'
import { codesOf } from '../../core/records/code-sets.ts'
import type { Field } from '../../core/records/data-set.ts'
import { ELSEWHERE } from '../../core/records/import-profile.ts'
import type { KeptValue } from '../../core/records/read-value.ts'

/** A kept value as a person reads it: a code by its usual label, a center by its name. Empty for nothing. */
export function meantWords({ kind }: Field, value: KeptValue, centers: readonly Center[]): string {
  if (value === null) return ''
  if (kind.kind === 'code') return codesOf(kind.codes).find(({ code }) => code === value)?.labels[0] ?? String(value)
  if (kind.kind === 'center' && value === ELSEWHERE) return '外区'
  if (kind.kind === 'center') return centers.find(({ id }) => id === value)?.name ?? String(value)
  return String(value)
}
