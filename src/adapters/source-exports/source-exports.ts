import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SourceExports } from '../../app/ports/source-exports.ts'
import { openText } from './text-file.ts'
import { writeFault } from './write-fault.ts'

export const sourceExports: SourceExports = {
  open: async (path, form) => {
    try {
      await mkdir(dirname(path), { recursive: true })
      if (form.kind !== 'xlsx') return { ok: true, value: await openText(path, form) }
      // What makes sheets takes long to read, and few commands make any.
      const { openSheet } = await import('./sheet-file.ts')
      return { ok: true, value: await openSheet(path, form) }
    } catch (error) {
      return { ok: false, fault: writeFault(path, error) }
    }
  },
}
