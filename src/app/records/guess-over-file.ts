import { accepted } from '../../core/kernel/outcome.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import type { ProfileGuess } from '../../core/records/guess-profile.ts'
import type { GuessingGround } from '../../core/records/guessing-ground.ts'
import type { FieldMapping, ImportProfile } from '../../core/records/import-profile.ts'
import type { DistinctValues, FileLook, Kept, RecordStore, SourceFile, Watch } from '../ports/record-store.ts'

/** More values than this are no codes, and no centers. */
const MOST_VALUES = 400

/**
 * What `guess` makes of a file's first rows, and then of every value that its codes and centers take anywhere in it: what is
 * rare, such as the worst rating, seldom stands in the first rows. Null where the guess is.
 */
export async function guessOverFile(
  records: Pick<RecordStore, 'distinct'>,
  file: SourceFile,
  { header, sample }: Pick<FileLook, 'header' | 'sample'>,
  guess: (seen: Pick<GuessingGround, 'header' | 'sample'>) => ProfileGuess | null,
  watch: Watch,
): Promise<Kept<ProfileGuess | null>> {
  const first = guess({ header, sample })
  const groups = first === null ? [] : groupsOf(first.profile).filter((group) => isWithin(header, group))
  if (groups.length === 0) return accepted(first)
  const values = await records.distinct(file, groups, MOST_VALUES, watch)
  if (!values.ok) return values
  const more = groups.flatMap((group, at) => rowsOf(header, group, values.value[at] ?? null))
  return accepted(guess({ header, sample: [...sample, ...more] }))
}

/** The columns of each code with its label, and of each center. */
function groupsOf({ dataSet: name, columns }: ImportProfile): readonly (readonly string[])[] {
  return dataSet(name).fields.flatMap(({ name: field, kind }) => {
    const mapping = columns[field]
    return mapping && (kind.kind === 'code' || kind.kind === 'center') ? [columnsOf(mapping)] : []
  })
}

function columnsOf({ from, labelColumn }: FieldMapping): readonly string[] {
  return [...(from.kind === 'column' ? [from.header] : []), ...(labelColumn === null ? [] : [labelColumn])]
}

function isWithin(header: readonly string[], group: readonly string[]): boolean {
  return group.length > 0 && group.every((column) => header.includes(column))
}

/** Rows that hold these values and nothing else. */
function rowsOf(header: readonly string[], group: readonly string[], values: DistinctValues): string[][] {
  return (values ?? []).map((cells) =>
    header.map((name) => {
      const at = group.indexOf(name)
      return at === -1 ? '' : (cells[at] ?? '')
    }),
  )
}
