import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Of the package that runs. */
export function programVersion(): string {
  const path = fileURLToPath(new URL('../../package.json', import.meta.url))
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }).version
}
