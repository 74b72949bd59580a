import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const NAME = 'moving.json'

/** Where the office that is being moved into the folder comes from, as long as it is not whole; null in every other folder. */
export function movingInto(folder: string): string | null {
  const file = join(folder, NAME)
  if (!existsSync(file)) return null
  try {
    const told: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof told === 'object' && told !== null && 'from' in told ? String(told.from) : '?'
  } catch {
    // Cut off as it was written: it is there, and that is what counts.
    return '?'
  }
}

export function markMoving(folder: string, from: string): void {
  const file = openSync(join(folder, NAME), 'w', 0o600)
  writeSync(file, `${JSON.stringify({ from })}\n`)
  fsyncSync(file)
  closeSync(file)
}

export function markMoved(folder: string): void {
  rmSync(join(folder, NAME), { force: true })
}
