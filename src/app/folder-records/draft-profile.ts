import { checkProfile } from '../../core/records/check-profile.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { guessProfile } from '../../core/records/guess-profile.ts'
import type { OpenPoint } from '../../core/records/guessing-ground.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { Center } from '../ports/notice-archive.ts'
import type { FileLook } from '../ports/record-store.ts'

export interface DraftedProfile {
  readonly profile: ImportProfile
  readonly open: readonly OpenPoint[]
}

/**
 * A first draft for a file that no profile of the folder fits. Two profiles of one data set may be two systems, or one whose
 * form has changed: which it is nobody can see in the file, and a record that comes by two names counts twice. Null where the
 * header names no data set.
 */
export function draftProfile(
  look: Pick<FileLook, 'header' | 'sample'>,
  fileName: string,
  on: { readonly centers: readonly Center[]; readonly dataSet: DataSetName | null },
  others: readonly ImportProfile[],
): DraftedProfile | null {
  const { header, sample } = look
  const title = fileName.replace(/\.[^.]+$/u, '')
  const guessed = guessProfile({ id: '', title, source: 'x' }, { ...on, header, sample })
  if (guessed === null) return null
  const { dataSet: name } = guessed.profile
  const { chinese } = dataSet(name)
  const siblings = others.filter((other) => other.dataSet === name)
  const source = unused(chinese, new Set(siblings.map((sibling) => sibling.source)))
  const id = unused(name, new Set(others.map((other) => other.id)))
  const profile = { ...guessed.profile, id, source }
  return { profile, open: [...otherSources(profile, others), ...guessed.open] }
}

/** What must be said of a draft that a person has in hand. */
export function openPoints(profile: ImportProfile, others: readonly ImportProfile[]): readonly OpenPoint[] {
  const faults = checkProfile(profile).map(({ field, message }): OpenPoint => ({
    code: 'profile-incomplete',
    field,
    column: null,
    message,
  }))
  return [...otherSources(profile, others), ...faults]
}

function otherSources({ id, dataSet: name, source }: ImportProfile, others: readonly ImportProfile[]): OpenPoint[] {
  const other = others.find((one) => one.id !== id && one.dataSet === name && one.source !== source)
  if (other === undefined) return []
  const message = `已有方案“${other.title}”导入${dataSet(name).chinese}，来源是“${other.source}”；若是同一个系统，请把来源改成一样，否则同一条记录会算两次`
  return [{ code: 'source-uncertain', field: null, column: null, message }]
}

function unused(word: string, taken: ReadonlySet<string>): string {
  let name = word
  for (let place = 2; taken.has(name); place += 1) name = `${word}-${place}`
  return name
}
