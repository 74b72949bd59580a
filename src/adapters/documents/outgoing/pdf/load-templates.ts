import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TemplateSource } from '../../../../app/ports/template-source.ts'
import type { TemplateFile } from './template-file.ts'

/** Where the templates that come with the program are. */
const BUILT_IN_TEMPLATES = fileURLToPath(new URL('../../../../../templates/', import.meta.url))

/** Theirs with the words on how to change them. */
export const builtInTemplates: TemplateSource = {
  files: async () => {
    const names = (await namesIn(BUILT_IN_TEMPLATES)).filter((name) => /\.(typ|md)$/.test(name))
    return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(BUILT_IN_TEMPLATES, name)) })))
  },
}

export interface LoadedTemplates {
  readonly files: readonly TemplateFile[]
  /** The file on disk that stands at a path of the templates: what a fault names. */
  readonly sourceOf: (path: string) => string
  /** Paths that are the office's own. */
  readonly replaced: ReadonlySet<string>
}

/**
 * Ours, and over them by name those of the office's folder, where it has one. Read anew for every document, so that a change is
 * seen at once. Links are not followed: nothing from outside the folder gets in.
 */
export async function loadTemplates(officeFolder: string | null): Promise<LoadedTemplates> {
  const ours = await filesIn(BUILT_IN_TEMPLATES)
  const theirs = officeFolder === null ? [] : await filesIn(officeFolder)
  const replaced = new Set(theirs.map(({ path }) => path))
  const files = [...ours.filter(({ path }) => !replaced.has(path)), ...theirs]
  const sourceOf = (path: string) => join(replaced.has(path) ? (officeFolder ?? '') : BUILT_IN_TEMPLATES, path)
  return { files, sourceOf, replaced }
}

/** Fonts go to the typesetter by their folder; words for people are not for it. */
const NOT_TEMPLATES = /^fonts$|\.(md|txt|pdf|docx?)$|^\./i

/** A folder of templates holds a few small files; a wrong folder in the settings may hold a whole disk. */
const MOST_FILES = 200
const MOST_BYTES = 20 * 1024 * 1024

async function filesIn(folder: string, under = ''): Promise<TemplateFile[]> {
  const files: TemplateFile[] = []
  for (const name of await namesIn(join(folder, under))) {
    if (NOT_TEMPLATES.test(name)) continue
    const path = under === '' ? name : `${under}/${name}`
    const found = await lstat(join(folder, path))
    if (found.isDirectory()) files.push(...(await filesIn(folder, path)))
    else if (found.isFile() && found.size <= MOST_BYTES) files.push({ path, bytes: await readFile(join(folder, path)) })
    if (files.length > MOST_FILES) break
  }
  return files
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
