import { open, stat } from 'node:fs/promises'
import type { Kept, Watch } from '../../../app/ports/record-store.ts'
import { unlessHalted } from './halt.ts'
import type { Incoming } from './incoming.ts'
import type { IncomingLimits } from './incoming-limits.ts'
import { progressOf } from './progress-of.ts'
import { strangeFile } from './strange-file.ts'

export interface TakingIn {
  readonly path: string
  readonly fileName: string
  readonly workFolder: string
  readonly watch: Watch
  readonly limits: IncomingLimits
}

/** Opens a file for `work` and closes it afterwards. What the disk refuses and what halts a stream is answered. */
export async function takeIn<Value>(
  { path, fileName, workFolder, watch, limits }: TakingIn,
  work: (incoming: Incoming) => Promise<Kept<Value>>,
): Promise<Kept<Value>> {
  return unlessHalted({ path, fileName, workFolder }, async () => {
    const state = await stat(path)
    if (state.isDirectory()) return strangeFile(fileName, 'folder')
    if (!state.isFile()) return strangeFile(fileName, 'device')
    const file = await open(path)
    const hasChanged = async () => {
      const { size, mtimeMs } = await file.stat()
      return size !== state.size || mtimeMs !== state.mtimeMs
    }
    try {
      const progress = progressOf(watch, state.size)
      return await work({ path, fileName, file, bytes: state.size, limits, progress, signal: watch.signal, hasChanged })
    } finally {
      await file.close()
    }
  })
}
