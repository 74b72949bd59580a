import type { NoticeArchive } from './ports/notice-archive.ts'
import { answered, failed, type Answer } from './problem.ts'

/** The assessment meant when none is named: the folder one stands in, or the only one that lies in `outRoot`. */
export async function findFolder(
  given: string | null,
  outRoot: string,
  archive: NoticeArchive,
): Promise<Answer<string>> {
  if (given !== null) return answered(given)
  const here = await archive.open('.')
  if (here.ok || here.fault.code !== 'folder-without-notice') return answered('.')
  const candidates = await archive.list(outRoot)
  const [only, ...others] = candidates
  return only !== undefined && others.length === 0 ? answered(only) : failed({ code: 'folder-unnamed', candidates })
}
