import { checkProfile } from './check-profile.ts'
import type { DataSet, Field } from './data-set.ts'
import { DATA_SETS, dataSet } from './data-sets.ts'
import type { GuessingGround, OpenCode, OpenPoint } from './guessing-ground.ts'
import { guessMapping } from './guess-mapping.ts'
import type { FieldMapping, ImportProfile } from './import-profile.ts'
import { FIELD_NAMES, plainName } from './same-name.ts'

/** A draft that a person confirms. `open` is everything that the file does not prove, each with what to do. */
export interface ProfileGuess {
  readonly profile: ImportProfile
  readonly open: readonly OpenPoint[]
}

/**
 * Columns are matched by what they are called; what codes mean is taken only from labels that stand beside them in the
 * sample. A digit alone proves nothing and stays open. Null where no data set has two fields that the header names.
 */
export function guessProfile(
  said: Pick<ImportProfile, 'id' | 'title' | 'source'>,
  on: GuessingGround,
): ProfileGuess | null {
  const ranked = rankSets(on)
  const [best, second] = ranked
  if (!best || (on.dataSet === null && best.matched < 2)) return null
  const { set } = best
  const open: OpenPoint[] = []
  if (on.dataSet === null && second && second.matched === best.matched)
    open.push(
      point('data-set-uncertain', null, null, `这些列既像${set.chinese}，也像${second.set.chinese}；请确认是哪一种`),
    )
  const columns: Record<string, FieldMapping> = {}
  const used = new Set<string>()
  const names = on.header.map(plainName)
  for (const field of set.fields) {
    const own = on.header.filter((header, at) => !used.has(header) && columnFits(set, field, names[at] ?? '', names))
    if (own.length === 0) continue
    const guessed = guessMapping(field, own, on)
    columns[field.name] = guessed.mapping
    open.push(...guessed.open)
    for (const header of guessed.used) used.add(header)
  }
  const ignored = on.header.filter((header) => header !== '' && !used.has(header))
  const profile: ImportProfile = { ...said, dataSet: set.name, columns, ignored }
  return { profile, open: [...unmapped(profile), ...open, ...unmatched(ignored)] }
}

function rankSets({ header, dataSet: name }: GuessingGround) {
  const sets = name === null ? DATA_SETS : [dataSet(name)]
  const columns = header.map(plainName)
  return sets
    .map((set) => {
      const named = set.fields.filter((field) => columns.some((column) => columnFits(set, field, column, columns)))
      const required = named.filter(({ isRequired }) => isRequired).length
      const missing = set.fields.filter(({ isRequired }) => isRequired).length - required
      return { set, matched: named.length - missing * 2 }
    })
    .toSorted((one, other) => other.matched - one.matched)
}

/** By the field's own name first: an alias counts only where no other column bears the name and no other field owns it, and
 * other English words for it only where no column bears either. */
function columnFits(set: DataSet, field: Field, column: string, header: readonly string[]): boolean {
  const names = FIELD_NAMES.get(field)
  if (!names) return false
  if (column === names.own) return true
  const isCode = field.kind.kind === 'code'
  if (isCode && names.besides.includes(column)) return true
  if (!names.aliases.includes(column))
    return names.english.includes(column) && ![names.own, ...names.aliases].some((said) => header.includes(said))
  const isOwned = set.fields.some((other) => other !== field && FIELD_NAMES.get(other)?.own === column)
  return !isOwned && (isCode || !header.includes(names.own))
}

function unmatched(ignored: readonly string[]): readonly OpenPoint[] {
  return ignored.map((column) =>
    point('column-unmatched', null, column, `“${column}”这一列没有对应的字段，暂列为忽略；请确认不需要它`),
  )
}

/** What a complete profile still lacks, beside what is open already. */
export function unmapped(profile: ImportProfile): readonly OpenPoint[] {
  return checkProfile(profile)
    .filter(({ code }) => code !== 'forms-missing' && code !== 'value-open')
    .map(({ code, field, message }) =>
      point(code === 'field-unmapped' ? 'field-unmapped' : 'profile-incomplete', field, null, message),
    )
}

function point(code: OpenCode, field: string | null, column: string | null, message: string): OpenPoint {
  return { code, field, column, message }
}
