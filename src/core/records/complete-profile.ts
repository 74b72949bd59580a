import { dataSet } from './data-sets.ts'
import type { Field } from './data-set.ts'
import { guessMapping, unsaid, type GuessedMapping } from './guess-mapping.ts'
import { unmapped, type ProfileGuess } from './guess-profile.ts'
import type { GuessingGround, OpenPoint } from './guessing-ground.ts'
import { TO_BE_SAID, type FieldMapping, type ImportProfile } from './import-profile.ts'

/**
 * A draft in which a person has named columns, with all that those columns show added to it: how dates are written, what the
 * words beside a sign prove, and which values must still be said. What the person has said stays as it is.
 */
export function completeProfile(profile: ImportProfile, on: GuessingGround): ProfileGuess {
  const open: OpenPoint[] = []
  const columns: Record<string, FieldMapping> = { ...profile.columns }
  for (const field of dataSet(profile.dataSet).fields) {
    const mapping = profile.columns[field.name]
    if (mapping?.from.kind !== 'column' || !on.header.includes(mapping.from.header)) continue
    const { header } = mapping.from
    const own = mapping.labelColumn === null ? [header] : [header, mapping.labelColumn]
    const completed = withGuess(field, header, mapping, guessMapping(field, own, on, mapping.values))
    columns[field.name] = completed.mapping
    open.push(...completed.open)
  }
  const completed = { ...profile, columns }
  return { profile: completed, open: [...unmapped(completed), ...open] }
}

function withGuess(
  field: Field,
  header: string,
  mapping: FieldMapping,
  guessed: GuessedMapping,
): Pick<GuessedMapping, 'mapping' | 'open'> {
  switch (field.kind.kind) {
    case 'center': {
      const said = { ...guessed.mapping.values, ...mapping.values }
      return { mapping: { ...mapping, values: said }, open: guessed.open }
    }
    case 'code': {
      const { values } = guessed.mapping
      if (values === null) return { mapping, open: [] }
      const said = { ...values, ...mapping.values }
      const open = Object.keys(said).filter((value) => said[value] === TO_BE_SAID)
      return { mapping: { ...mapping, values: said }, open: unsaid(field, header, open) }
    }
    case 'date':
    case 'time':
      return mapping.forms !== null && mapping.forms.length > 0
        ? { mapping, open: [] }
        : { mapping: { ...mapping, forms: guessed.mapping.forms }, open: guessed.open }
    case 'id':
    case 'text':
    case 'count':
      return { mapping, open: [] }
  }
}
