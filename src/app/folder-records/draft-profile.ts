import { dataSet } from '../../core/records/data-sets.ts'
import type { ProfileGuess } from '../../core/records/guess-profile.ts'
import type { OpenPoint } from '../../core/records/guessing-ground.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'

export interface DraftedProfile {
  readonly profile: ImportProfile
  readonly open: readonly OpenPoint[]
}

/** The guess for a file that no profile of the folder fits, named so that it is told apart from the others. */
export function draftProfile(
  { profile: guessed, open }: ProfileGuess,
  fileName: string,
  others: readonly ImportProfile[],
): DraftedProfile {
  const { dataSet: name } = guessed
  const siblings = others.filter((other) => other.dataSet === name)
  const source = unused(dataSet(name).chinese, new Set(siblings.map((sibling) => sibling.source)))
  const id = unused(name, new Set(others.map((other) => other.id)))
  const profile = { ...guessed, id, source, title: fileName.replace(/\.[^.]+$/u, '') }
  return { profile, open: [...otherSources(profile, others), ...open] }
}

/**
 * Two profiles of one data set may be two systems, or one whose form has changed: which it is nobody can see in the file, and a
 * record that comes by two names counts twice.
 */
export function otherSources(
  { id, dataSet: name, source }: ImportProfile,
  others: readonly ImportProfile[],
): OpenPoint[] {
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
