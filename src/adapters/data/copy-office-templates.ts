import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackedUpFile } from '../../app/ports/data-house.ts'
import { digestFile } from '../evidence/blob-files.ts'
import { orNull } from '../evidence/durable-files.ts'
import { TEMPLATES_FOLDER } from './data-layout.ts'
import { copyWhole } from './keep-file.ts'

/**
 * What the office laid into its folder of templates, fonts too. It may be changed any day, so each backup has its own copy. A
 * folder elsewhere, as the configuration may name one, is no part of the data.
 */
export async function copyOfficeTemplates(path: string, draft: string): Promise<readonly BackedUpFile[]> {
  const files: BackedUpFile[] = []
  for (const place of await placesIn(path, TEMPLATES_FOLDER)) {
    const copy = join(draft, place)
    await copyWhole(join(path, place), copy)
    files.push({ path: place, ...(await digestFile(copy)) })
  }
  return files
}

/** Files only: what is linked from elsewhere is not the folder's. In order, with `/` between folders. */
async function placesIn(path: string, folder: string): Promise<string[]> {
  const entries = (await orNull(readdir(join(path, folder), { withFileTypes: true }))) ?? []
  const places: string[] = []
  for (const entry of entries) {
    const place = `${folder}/${entry.name}`
    if (entry.isDirectory()) places.push(...(await placesIn(path, place)))
    else if (entry.isFile() && !entry.name.includes('\\')) places.push(place)
  }
  return places.toSorted()
}
