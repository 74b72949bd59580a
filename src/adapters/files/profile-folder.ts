import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveAnswer, Center } from '../../app/ports/notice-archive.ts'
import type { ProfileDrafts } from '../../app/ports/profile-drafts.ts'
import type { TextSource } from '../../app/ports/text-source.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import { parseProfile } from './parse-profile.ts'
import { profileFile } from './profile-file.ts'
import { readJson } from './read-json.ts'

/** `profiles/<id>.json` in an assessment folder. */
export function profileFolders(texts: TextSource): ProfileDrafts {
  return { list: (folder, centers) => list(folder, centers, texts), pathOf, write }
}

const FOLDER = 'profiles'
const ENDING = '.json'

async function list(
  folder: string,
  centers: readonly Center[],
  texts: TextSource,
): Promise<ArchiveAnswer<readonly ImportProfile[]>> {
  const profiles: ImportProfile[] = []
  for (const name of await namesIn(join(folder, FOLDER))) {
    const path = join(folder, FOLDER, name)
    const json = await readJson(path, texts)
    if (!json.ok) return json
    const profile = parseProfile(json.value, path, name.slice(0, -ENDING.length), centers)
    if (!profile.ok) return profile
    profiles.push(profile.value)
  }
  return { ok: true, value: profiles }
}

/** A folder without profiles has none; one that cannot be read is told when a profile is written. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ENDING)).toSorted()
  } catch {
    return []
  }
}

function pathOf(folder: string, id: string): string {
  return join(folder, FOLDER, `${id}${ENDING}`)
}

/** Beside its place and then renamed: a file that a person has corrected is there whole or as it was. */
async function write(
  folder: string,
  profile: ImportProfile,
  centers: readonly Center[],
): Promise<ArchiveAnswer<string>> {
  const path = pathOf(folder, profile.id)
  try {
    await mkdir(join(folder, FOLDER), { recursive: true })
    await writeFile(`${path}.partial`, profileFile(profile, centers))
    await rename(`${path}.partial`, path)
    return { ok: true, value: path }
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return { ok: false, fault: { code: 'folder-not-written', path, detail } }
  }
}
