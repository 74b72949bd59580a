/**
 * From any file that a person hands in to something DuckDB reads at full speed, or a refusal that says what the file is and
 * what to do. What a file is, is told by its content; its name only stands in messages. Files are read in pieces: memory does
 * not grow with them. Values are not judged here: `core/records` knows what is wrong with one.
 */
import type { Kept, Watch } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { lookAtFile } from './look-at-file.ts'
import type { PreparedFile } from './prepared-file.ts'

/** `path` is where the file lies, `fileName` what the person knows it by. What has to be written goes to `workFolder`. */
export async function prepareFile(
  path: string,
  fileName: string,
  _workFolder: string,
  _watch: Watch,
): Promise<Kept<PreparedFile>> {
  const looked = await lookAtFile(path, fileName)
  if (!looked.ok) return looked
  const { look, table } = looked.value
  return accepted({
    look,
    table,
    rowOf: (index) => index + 2,
    faults: [],
    discard: () => Promise.resolve(),
  })
}
