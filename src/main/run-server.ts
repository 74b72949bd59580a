import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { systemClock } from '../adapters/clock/system-clock.ts'
import type { Clock } from '../app/ports/clock.ts'
import { shareChanges } from '../app/office/share-changes.ts'
import type { TenantId } from '../core/kernel/identifiers.ts'
import { buildServer } from '../server/build-server.ts'
import { traceOf } from '../server/handle-error.ts'
import { SERVER_ROUTES } from '../server/server-routes.ts'
import type { Configuration } from './configuration-keys.ts'
import { drain } from './drain.ts'
import { firstStart } from './first-start.ts'
import { openStores } from './open-stores.ts'
import { startRounds } from './rounds.ts'
import { serverPartsOf } from './server-parts-of.ts'
import { serverRounds } from './server-rounds.ts'
import { servingNode } from './serving-node.ts'

/** A server that listens; `stop` ends it in order, within ten seconds once it is drained. */
export interface RunningServer {
  readonly address: string
  /** For the person at the terminal. */
  readonly lines: readonly string[]
  readonly stop: () => Promise<void>
}

export type Started =
  | { readonly ok: true; readonly value: RunningServer }
  | { readonly ok: false; readonly sentence: string }

/** Connections are cut off a little before, so that what reads from them ends before the stores are closed. */
const STOP_MS = 10_000
const CUT_OFF_MS = 8_000

export async function runServer(configuration: Configuration, clock: Clock = systemClock): Promise<Started> {
  const opened = await openStores(configuration, clock)
  if (!opened.ok) return { ok: false, sentence: `${opened.refusal.message}。` }
  const stores = opened.value
  const log = pino({ level: configuration.logLevel, base: null }, pino.destination({ dest: 2, sync: true }))
  const tellTrouble = (round: string, trouble: unknown, district?: TenantId) =>
    log.error({ round, ...(district === undefined ? {} : { district }), trouble: traced(trouble) })
  const tellBug = (error: unknown) => log.error({ bug: traced(error) })
  const built = serverPartsOf(configuration, stores, tellBug, clock)
  const node = servingNode(configuration, stores, built, {
    node: (what, { nodeId, name, address }) => log.warn({ node: what, nodeId, name, address }),
    failed: (district, trouble) => tellTrouble('nodes', trouble, district),
  })
  const ending = drain(configuration.drainSeconds)
  const parts = {
    ...built,
    readiness: async () => [...(await built.readiness()), ...node.checks(), ...ending.checks()],
  }
  const joined = await node.join()
  const first = joined.ok ? await firstStart(parts.people, configuration) : joined
  if (!first.ok) {
    await node.leave()
    await stores.close()
    return { ok: false, sentence: `${first.refusal.message}。` }
  }
  parts.meter.watch('mingheng_nodes', 'Nodes of the database that count on, as seen by this one', async () => ({
    living: node.living().length,
  }))
  // Until all else has ended: whoever has work left lives.
  const endBeats = startRounds([node.round], tellTrouble)
  const app = await buildServer(parts, SERVER_ROUTES, log)
  const { host, port } = configuration
  try {
    await app.listen({ host, port })
  } catch (error) {
    await Promise.all([app.close(), endBeats()])
    await node.leave()
    await stores.close()
    return { ok: false, sentence: listenFault(error, host, port) }
  }
  const endRounds = startRounds(serverRounds(configuration, stores, parts), tellTrouble)
  const endSharing = shareChanges(parts.office.live, stores.announcements, tellBug)
  const address = addressOf(app.addresses()[0], host, port)
  const stop = async () => {
    await ending.begin()
    const late = after(STOP_MS)
    const cutOff = after(CUT_OFF_MS)
    void cutOff.over.then(() => app.server.closeAllConnections())
    parts.records.previews.stop()
    parts.office.live.stop()
    endSharing()
    // A delivery whose receiver does not answer is taken up again after the next start; an import that does not heed is as if killed.
    await Promise.race([Promise.all([app.close(), endRounds(), parts.records.line.stop()]), late.over])
    late.cancel()
    cutOff.cancel()
    await endBeats()
    await node.leave()
    await stores.close()
  }
  return { ok: true, value: { address, lines: first.value, stop } }
}

function after(milliseconds: number): { readonly over: Promise<void>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  return { over, cancel: () => clearTimeout(timer) }
}

function traced(trouble: unknown): unknown {
  return trouble instanceof Error ? traceOf(trouble) : trouble
}

/** Where people reach it; a port 0 has become a real one. */
function addressOf(bound: AddressInfo | string | undefined, host: string, port: number): string {
  if (typeof bound !== 'object') return `http://${host}:${port}`
  return `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`
}

function listenFault(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '原因不明'
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被其他程序占用，没有启动。请停止那个程序，或用 MINGHENG_PORT 指明另一个端口。`
  if (code === 'EACCES') return `没有使用端口 ${port} 的权限，没有启动。请换用 1024 以上的端口（MINGHENG_PORT）。`
  return `不能在 ${host}:${port} 监听（${code}），没有启动。请检查 MINGHENG_HOST 和 MINGHENG_PORT。`
}
