import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const NAME = 'moving.json'

/** Where the office that is being moved into the folder comes from, as long as it is not whole; null in every other folder. */
export function movingInto(folder: string): string | null {
  return markIn(folder)?.from ?? null
}

/** Which stores that move fills: others in the folder were there before it. */
export function storesMoving(folder: string): readonly string[] {
  return markIn(folder)?.stores ?? []
}

interface Mark {
  readonly from: string
  readonly stores: readonly string[]
}

function markIn(folder: string): Mark | null {
  const file = join(folder, NAME)
  if (!existsSync(file)) return null
  try {
    const told = JSON.parse(readFileSync(file, 'utf8')) as Partial<Mark>
    return { from: told.from ?? '?', stores: told.stores ?? [] }
  } catch {
    // Cut off as it was written: it is there, and that is what counts. Nothing was filled yet.
    return { from: '?', stores: [] }
  }
}

export function markMoving(folder: string, from: string, stores: readonly string[]): void {
  const file = openSync(join(folder, NAME), 'w', 0o600)
  writeSync(file, `${JSON.stringify({ from, stores })}\n`)
  fsyncSync(file)
  closeSync(file)
}

export function markMoved(folder: string): void {
  rmSync(join(folder, NAME), { force: true })
}
