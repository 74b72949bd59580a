import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { syncFile } from '../data/keep-file.ts'

/** What lets somebody in is nobody's to hand on: these columns are written out as null. */
const SECRETS: Readonly<Record<string, ReadonlySet<string>>> = {
  person: new Set(['password', 'second_factor', 'checksum']),
  api_token: new Set(['token_digest']),
}

/** Open doors, which end with the district. */
const DOORS: ReadonlySet<string> = new Set(['session', 'sign_on_attempt'])

/** What the ledgers say themselves, noted anew by every server that runs. */
const NOTES: ReadonlySet<string> = new Set(['ledger_looks'])

/** Whether the rows of a table are written out at all. */
export function isTold(table: string): boolean {
  return !DOORS.has(table) && !NOTES.has(table)
}

/** One row as a line of an export. */
export function toldLine(table: string, row: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(row).map(([column, value]) => [column, toldOf(table, column, value)])
  return `${canonicalJson(Object.fromEntries(told))}\n`
}

function toldOf(table: string, column: string, value: unknown): unknown {
  if (SECRETS[table]?.has(column)) return null
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') }
  return typeof value === 'bigint' ? Number(value) : value
}

export type ToldLines = Iterable<string> | AsyncIterable<string>

/** What is done with the lines of a table; `place` is where an export has them. */
export type TakeLines = (place: string, lines: ToldLines) => Promise<void>

/** Writes them into the draft of an export. */
export function writeLinesInto(draft: string): TakeLines {
  return async (place, lines) => {
    await mkdir(dirname(join(draft, place)), { recursive: true })
    await pipeline(Readable.from(lines), createWriteStream(join(draft, place), { flags: 'wx' }))
    await syncFile(join(draft, place))
  }
}

/** Notes where the lines are not those of the list. */
export function compareLines(listed: ReadonlyMap<string, Digest>, stale: string[]): TakeLines {
  return async (place, lines) => {
    const hash = createHash('sha256')
    for await (const line of lines) hash.update(line)
    if (listed.get(place) !== hash.digest('hex')) stale.push(place)
  }
}
