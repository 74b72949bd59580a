import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAllDocuments } from 'yaml'

/** `deploy/`, as those read it who put it to use. */
export const DEPLOY = fileURLToPath(new URL('../../deploy/', import.meta.url))

/** Paths under `deploy/`. */
export const DEPLOY_FILES = readdirSync(DEPLOY, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(DEPLOY.length))
  .filter((path) => !path.startsWith('compose/secrets'))
  .toSorted()

export function deployText(path: string): string {
  return readFileSync(join(DEPLOY, path), 'utf8')
}

/** A value in a document, by its path; throws where there is none. `at(document, 'spec', 'replicas')` */
export function at(found: unknown, ...path: readonly (string | number)[]): unknown {
  let value = found
  for (const step of path) {
    const isThere = typeof value === 'object' && value !== null && step in value
    if (!isThere) throw new Error(`nothing at ${path.join('.')}`)
    value = (value as Readonly<Record<string | number, unknown>>)[step]
  }
  return value
}

/** The same as a record, a list, a text. */
export function recordAt(found: unknown, ...path: readonly (string | number)[]): Readonly<Record<string, unknown>> {
  return at(found, ...path) as Readonly<Record<string, unknown>>
}

export function listAt(found: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  return at(found, ...path) as readonly unknown[]
}

/** Every document of a YAML file; throws what is wrong with one: broken syntax, keys twice, anchors that are not there. */
export function yamlOf(path: string): readonly unknown[] {
  return parseAllDocuments(deployText(path), { merge: true, uniqueKeys: true }).map((document) => {
    const [fault] = [...document.errors, ...document.warnings]
    if (fault !== undefined) throw new Error(`${path}: ${fault.message}`)
    return document.toJS() as unknown
  })
}

export const COMPOSE = yamlOf('compose.yaml')[0]

/** What a cluster is told, by kind and name: `Deployment mingheng`. */
export const MANIFESTS = new Map(
  DEPLOY_FILES.filter((path) => path.startsWith('kubernetes/') && path.endsWith('.yaml'))
    .flatMap(yamlOf)
    .map((one) => [`${String(at(one, 'kind'))} ${String(at(one, 'metadata', 'name'))}`, one] as [string, unknown]),
)

export function manifest(name: string): unknown {
  const found = MANIFESTS.get(name)
  if (found === undefined) throw new Error(`no ${name} in deploy/kubernetes`)
  return found
}
