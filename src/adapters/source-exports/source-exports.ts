import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SourceExports } from '../../app/ports/source-exports.ts'
import { openSheet } from './sheet-file.ts'
import { openText } from './text-file.ts'
import { writeFault } from './write-fault.ts'

export const sourceExports: SourceExports = {
  open: async (path, form) => {
    try {
      await mkdir(dirname(path), { recursive: true })
      return { ok: true, value: await (form.kind === 'xlsx' ? openSheet(path, form) : openText(path, form)) }
    } catch (error) {
      return { ok: false, fault: writeFault(path, error) }
    }
  },
}
