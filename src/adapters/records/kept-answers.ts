import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw, type InputType } from 'node:zlib'
import type { Kept, QueryAnswer, QueryAsked } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { referenceRows } from './tables-for-query.ts'

/**
 * What queries answered, to be answered again as long as nothing that it depends on is another. In the memory of one process:
 * it outlives neither the program that made it nor the engine that was asked, and losing it costs time only.
 */
export interface KeptAnswers {
  /**
   * What is kept of the very same question, if all that was read for it is there; else what is asked now, which is kept. A
   * refusal never is. `held` names what each data set of the question holds, and nothing beside it may be read.
   */
  readonly orAsk: (tenantId: TenantId, asked: QueryAsked, held: readonly string[], asking: Asking) => Promise<Attempt>
  /** Of a district that is gone. */
  readonly forget: (tenantId: TenantId) => void
}

interface Asking {
  readonly ask: () => Promise<{ readonly answer: Attempt; readonly used: Tables }>
  /** Looked at before an answer is given again, as it is before records are read, and before one is kept. */
  readonly isThere: (used: Tables) => Promise<boolean>
}

/** `changed`: records were replaced while they were read. */
export type Attempt = Kept<QueryAnswer> | 'changed'

/** Those that the text reads, of those that it may. */
type Tables = ReadonlySet<string>

/** At most so many bytes for all districts together; what was not asked for the longest goes first. */
export function keptAnswers(mostBytes: number = KEPT_BYTES): KeptAnswers {
  const kept = new Map<string, KeptAnswer>()
  let bytes = 0
  const drop = (key: string) => {
    const gone = kept.get(key)
    if (gone === undefined) return
    bytes -= bytesOf(gone)
    kept.delete(key)
  }
  const keep = (key: string, answer: KeptAnswer) => {
    drop(key)
    // One that took the place of most others would have to be made again first.
    if (bytesOf(answer) > mostBytes / 4) return
    kept.set(key, answer)
    bytes += bytesOf(answer)
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) return
      drop(oldest)
    }
  }
  return {
    orAsk: async (tenantId, asked, held, { ask, isThere }) => {
      if (asked.mayBeKept !== true) return (await ask()).answer
      const key = `${questionOf(asked, held)} ${tenantId}`
      const known = kept.get(key)
      // The last in the order is the one that was asked for last.
      if (known !== undefined) keep(key, known)
      if (known !== undefined && (await isThere(known.used)))
        return accepted({ ...unpacked(await inflated(known.packed)), isKept: true })
      // What was read for it may not have been whole.
      drop(key)
      const { answer, used } = await ask()
      if (answer !== 'changed' && answer.ok && (await isThere(used)))
        keep(key, { tenantId, used, packed: await packedOf(answer.value) })
      return answer
    },
    forget: (tenantId) => {
      for (const [key, one] of kept) if (one.tenantId === tenantId) drop(key)
    },
  }
}

interface KeptAnswer {
  readonly tenantId: TenantId
  readonly used: Tables
  readonly packed: Uint8Array
}

/** Room for the last runs over some hundreds of districts, of which most answers are a few lines. */
const KEPT_BYTES = 32_000_000

/** With what it takes to find it again. */
function bytesOf({ packed }: KeptAnswer): number {
  return packed.length + BESIDE_BYTES
}

/** An empty answer takes some 650 of the memory of the process. */
export const BESIDE_BYTES = 1_000

/** All that an answer depends on: the text with its parameters, what its tables are made of, and how many rows it may have. */
function questionOf(asked: QueryAsked, held: readonly string[]): string {
  const { sql, dataSets, centers, from, to, maxRows } = asked
  const told = JSON.stringify([sql, dataSets, centers, referenceRows('days', asked), from, to, maxRows, held])
  return createHash('sha256').update(told).digest('hex')
}

/** In memory of its own: what zlib hands out is a piece of sixteen kilobytes that would be kept with it. */
async function packedOf(answer: QueryAnswer): Promise<Uint8Array> {
  return new Uint8Array(await deflated(JSON.stringify(answer)))
}

function unpacked(text: Buffer): QueryAnswer {
  return JSON.parse(text.toString()) as QueryAnswer
}

const deflated = promisify<InputType, Buffer>(deflateRaw)
const inflated = promisify<InputType, Buffer>(inflateRaw)
