import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import { storeFault } from '../../app/ports/store-fault.ts'

export type ClickAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: ClickFault }

/**
 * `unreachable`: nobody answers, or what answers is going down. `stopped`: whoever asked has given up. `refused`: the shard says
 * no, by its `code` (https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp).
 */
export interface ClickFault {
  readonly kind: 'unreachable' | 'stopped' | 'refused'
  readonly place: string
  readonly code: number | null
  readonly detail: string
}

/** The codes that are told apart. */
export const CLICK_CODES = {
  unknownTable: 60,
  unknownDatabase: 81,
  timeOut: 159,
  readOnly: 164,
  noZooKeeper: 225,
  memory: 241,
  readOnlyTable: 242,
  noSpace: 243,
  replicaExists: 253,
  tooManyRows: 396,
  zooKeeper: 999,
} as const

/** What the driver threw. An old shard's sentences are in another form than the driver looks for, so they are read here. */
export function clickFaultOf(error: unknown, place: string, signal: AbortSignal | null): ClickFault {
  if (signal?.aborted && signal.reason?.name !== 'TimeoutError')
    return { kind: 'stopped', place, code: null, detail: '' }
  const message = messageOf(error)
  const found = /Code: (?<code>\d+)[.,].*?Exception: (?<detail>.*)/su.exec(message)
  const code = found ? Number(found.groups?.['code']) : codeOf(error)
  const detail = (found?.groups?.['detail'] ?? message).split(', e.what()')[0]?.trim() ?? ''
  if (code === null || GONE.has(code)) return { kind: 'unreachable', place, code, detail }
  return { kind: 'refused', place, code, detail }
}

/** What a query names is not there: the server was replaced, or somebody whose clock is ahead took it for one of past hours. */
export function isMissing({ code }: ClickFault): boolean {
  return code === CLICK_CODES.unknownDatabase || code === CLICK_CODES.unknownTable
}

/** As a refusal of the record store: it names the shard. */
export function shardRefusal(fault: ClickFault): Extract<Kept<never>, { ok: false }> {
  const { kind, place, code, detail } = fault
  if (kind === 'stopped') return refusedRecords('query-stopped')
  if (kind === 'unreachable') return refusedRecords('shard-unreachable', place, detail)
  if (code !== null && WITHOUT_ZOOKEEPER.has(code)) return refusedRecords('shard-read-only', place, firstLine(detail))
  if (isMissing(fault)) return refusedRecords('shard-incomplete', place, detail)
  if (code === CLICK_CODES.noSpace) return storeFault('store-full', place)
  return refusedRecords('shard-refused', place, `${code}：${detail}`)
}

/** Authentication and shutting down: for whoever asks, nobody is there. */
const GONE: ReadonlySet<number> = new Set([192, 193, 194, 195, 209, 210, 236, 516])

/** What writing to a table of replicas ends in while what they agree by does not answer. */
const WITHOUT_ZOOKEEPER: ReadonlySet<number> = new Set([
  CLICK_CODES.noZooKeeper,
  CLICK_CODES.readOnlyTable,
  CLICK_CODES.zooKeeper,
])

/** The others list each try. */
function firstLine(detail: string): string {
  return detail.split('\n')[0] ?? ''
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code: unknown = 'code' in error ? error.code : undefined
  return error.message === '' && typeof code === 'string' ? code : error.message
}

/** The driver's own reading of a newer shard's sentence; Node's words for the network are no numbers. */
function codeOf(error: unknown): number | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^\d+$/u.test(code) ? Number(code) : null
}
