import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where `npm run build` leaves the pages; null where they have not been built, and only the interface is served. */
export function builtPages(): string | null {
  const folder = fileURLToPath(new URL('../../dist/web', import.meta.url))
  return existsSync(join(folder, 'index.html')) ? folder : null
}
