import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { tmpdir } from 'node:os'

const NAME = 'mingheng-tests-'

/**
 * A folder in the temporary one for all that this run and its workers make there, away with it when the run ends. Other users,
 * as whom tests start servers, may enter. The runner reads its configuration once a project: one folder is enough. What
 * serves the next run too goes into `KEPT_FOLDER`.
 */
export function ownTemporaryFolder(): void {
  if (basename(tmpdir()).startsWith(NAME)) return
  process.env['KEPT_FOLDER'] = tmpdir()
  const folder = mkdtempSync(join(tmpdir(), NAME))
  chmodSync(folder, 0o755)
  process.env['TMPDIR'] = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}
