import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'

export interface Asking {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Load {
  readonly url: string
  /** So many at once, each on a connection of its own. */
  readonly connections: number
  readonly seconds: number
  /** Between the beginnings of two requests of one connection; the next begins at once where the answer took longer. */
  readonly everyMs: number
  readonly next: (n: number) => Asking
}

/** Milliseconds of single requests, in order of size. */
export interface Latencies {
  readonly requests: number
  readonly seconds: number
  readonly least: number
  readonly p50: number
  readonly p99: number
  readonly most: number
}

/**
 * Every connection asks again once it is answered. They are opened one after another before anything is measured: Node takes
 * one new connection a turn of its event loop, so that a crowd that arrives at once waits for the crowd. Anything but a
 * 2xx is thrown.
 */
export async function httpLoad({ url, connections, seconds, everyMs, next }: Load): Promise<Latencies> {
  const { hostname, port } = new URL(url)
  const agents = Array.from({ length: connections }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
  let asked = 0
  const ask = async (agent: Agent) => answered({ hostname, port, agent }, next((asked += 1)))
  for (const agent of agents) await ask(agent)
  const taken: number[] = []
  const begun = performance.now()
  const isOver = () => performance.now() - begun >= seconds * 1000
  await Promise.all(
    agents.map(async (agent, at) => {
      // Not all in step.
      await setTimeout((everyMs * at) / connections)
      while (!isOver()) {
        const from = performance.now()
        await ask(agent)
        const took = performance.now() - from
        taken.push(took)
        if (took < everyMs) await setTimeout(everyMs - took)
      }
    }),
  )
  const total = (performance.now() - begun) / 1000
  for (const agent of agents) agent.destroy()
  taken.sort((one, other) => one - other)
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0
  return { requests: taken.length, seconds: total, least: at(0), p50: at(0.5), p99: at(0.99), most: at(1) }
}

async function answered(
  to: { readonly hostname: string; readonly port: string; readonly agent: Agent },
  { method, path, headers, body }: Asking,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request({ ...to, method, path, headers }, (response) => {
      const { statusCode = 0 } = response
      if (statusCode < 200 || statusCode > 299) reject(new Error(`${method} ${path}: ${statusCode}`))
      response.resume()
      response.once('end', resolve)
      response.once('error', reject)
    })
    asking.once('error', reject)
    asking.end(body)
  })
}
