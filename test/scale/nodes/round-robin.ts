import { once } from 'node:events'
import { createServer, request, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http'

/** What stands before several nodes: each request goes to the next of those that say that they are ready. */
export interface Balancer {
  readonly address: string
  readonly stop: () => Promise<void>
}

const CHECK_MS = 100

/** `nodes`: the addresses as they are now; a node that started again has another one. */
export async function roundRobin(nodes: () => readonly string[]): Promise<Balancer> {
  let turn = 0
  const ready = new Map<string, boolean>()
  const next = (tried: readonly string[]): string | null => {
    const left = nodes().filter((node) => !tried.includes(node) && ready.get(node) !== false)
    turn += 1
    return left[turn % Math.max(left.length, 1)] ?? null
  }
  const pass = (asked: IncomingMessage, body: Buffer, answer: ServerResponse, tried: readonly string[]): void => {
    const node = next(tried)
    if (node === null) {
      answer.writeHead(502).end()
      return
    }
    const passed: ClientRequest = request(`${node}${asked.url ?? '/'}`, {
      method: asked.method ?? 'GET',
      headers: { ...asked.headers, host: new URL(node).host, connection: 'close' },
    })
    answer.once('close', () => passed.destroy())
    passed.once('response', (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.pipe(answer)
      told.once('error', () => answer.destroy())
    })
    passed.once('error', (error: NodeJS.ErrnoException) => {
      // Refused before it was sent: nothing was done, another node may take it. Else only the client may ask again.
      if (error.code === 'ECONNREFUSED' && !answer.headersSent) pass(asked, body, answer, [...tried, node])
      else answer.destroy()
    })
    passed.end(body)
  }
  const server = createServer((asked, answer) => {
    const pieces: Buffer[] = []
    asked.on('data', (piece: Buffer) => pieces.push(piece))
    asked.once('end', () => pass(asked, Buffer.concat(pieces), answer, []))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  const checking = setInterval(() => {
    for (const node of nodes()) void isReady(node).then((is) => ready.set(node, is))
  }, CHECK_MS)
  return {
    address: `http://127.0.0.1:${bound.port}`,
    stop: async () => {
      clearInterval(checking)
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

async function isReady(node: string): Promise<boolean> {
  try {
    const said = await fetch(`${node}/readyz`)
    await said.arrayBuffer()
    return said.ok
  } catch {
    return false
  }
}
