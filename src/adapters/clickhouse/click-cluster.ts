import type { Kept } from '../../app/ports/record-store.ts'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import { refused } from '../../core/kernel/outcome.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import { openClickDoor, type ClickAddress, type ClickDoor } from './click-door.ts'
import { isSpread } from './click-shards.ts'

/** The shards that records lie on, in the order that says which center is on which. */
export interface ClickCluster {
  readonly shards: readonly ClickShard[]
  readonly database: string
}

/** One shard: the servers that hold the same, or the only one. */
export interface ClickShard {
  readonly replicas: readonly ClickDoor[]
  /** The one that answered last comes first. */
  readonly inOrder: () => readonly ClickDoor[]
  /**
   * What the first replica says that can. One that is gone, or is not as it should be, is passed over, so that what it broke
   * off is asked anew; where none can answer, the refusal says it of each.
   */
  readonly ask: <Value>(work: (replica: ClickDoor) => Promise<Kept<Value>>) => Promise<Kept<Value>>
}

/** One URL for each replica. */
export interface ShardAddress extends Omit<ClickAddress, 'url'> {
  readonly urls: readonly string[]
}

/** Connects to nothing before it is asked. */
export function openClickShard({ urls, ...how }: ShardAddress): ClickShard {
  return clickShard(urls.map((url) => openClickDoor({ ...how, url })))
}

export function clickShard(replicas: readonly ClickDoor[]): ClickShard {
  let first = 0
  const inOrder = () => [...replicas.slice(first), ...replicas.slice(0, first)]
  return {
    replicas,
    inOrder,
    ask: async (work) => {
      const passed: Refused[] = []
      for (const replica of inOrder()) {
        const answer = await work(replica)
        if (answer.ok || !PASSED_OVER.has(answer.refusal.code)) {
          first = replicas.indexOf(replica)
          return answer
        }
        passed.push(answer)
      }
      return allOfThem(passed)
    },
  }
}

export type Refused = Extract<Kept<never>, { ok: false }>

export function isRefused(answer: Kept<unknown>): answer is Refused {
  return !answer.ok
}

const PASSED_OVER: ReadonlySet<string> = new Set(['shard-unreachable', 'shard-incomplete', 'shard-columns-wrong'])

/** One that is there and not as it should be says more than one that is gone. */
function allOfThem(passed: readonly Refused[]): Refused {
  const worst = passed.find(({ refusal }) => refusal.code !== 'shard-unreachable') ?? passed[0]
  if (worst === undefined) throw new Error('a shard without a server')
  return refused(worst.refusal.code, passed.map(({ refusal }) => refusal.message).join('。'))
}

/** Those that have records of the set which the others have not. */
export function shardsOf({ shards }: ClickCluster, set: DataSet): readonly ClickShard[] {
  return isSpread(set) ? shards : shards.slice(0, 1)
}

/** What people know a shard by. */
export function placeOf({ replicas }: ClickShard): string {
  return replicas.map((replica) => replica.place).join(' | ')
}

export function placesOf({ shards }: ClickCluster): string {
  return shards.map(placeOf).join('，')
}

/** So many replicas have a row before it is listed that losing one of them loses nothing. */
export function mostOf({ replicas }: ClickShard): number {
  return Math.floor(replicas.length / 2) + 1
}

/** That fewer take part in an import than must, and why each of the others does not; of a server alone, what is wrong with it. */
export function tooFew(shard: ClickShard, others: readonly Refused[]): Refused {
  const [only] = others
  if (only === undefined) throw new Error('nothing is wrong with any replica')
  if (shard.replicas.length === 1) return only
  const wrong = others.map(({ refusal }) => refusal.message).join('。')
  return refusedRecords('replicas-too-few', placeOf(shard), mostOf(shard), shard.replicas.length - others.length, wrong)
}
