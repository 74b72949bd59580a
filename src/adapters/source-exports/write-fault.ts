import type { WriteFault } from '../../app/ports/proof-files.ts'

export function writeFault(path: string, error: unknown): WriteFault {
  return { code: 'file-not-written', path, detail: error instanceof Error ? error.message : String(error) }
}
