import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** Stands before a server as its next version would: after `release`, the worker that it hands out is another one. */
export interface NewerLine {
  readonly address: string
  readonly release: () => void
  readonly close: () => Promise<void>
}

const WORKER = '/service-worker.js'
/** As the build writes it into the worker. */
const VERSION = /(\\?"version\\?":\\?")[\w-]+/

export async function newerLine(upstream: string): Promise<NewerLine> {
  let releases = 0
  const pass = (asked: IncomingMessage, reply: ServerResponse) => {
    const isChanged = releases > 0 && asked.url === WORKER
    // What is changed must come as it is, not packed.
    const headers = isChanged ? { ...asked.headers, 'accept-encoding': 'identity' } : asked.headers
    const passed = request(new URL(asked.url ?? '/', upstream), { method: asked.method, headers }, (answer) => {
      if (!isChanged) {
        reply.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(reply)
        return
      }
      void sendRenamed(answer, reply, `release-${releases}`)
    })
    passed.on('error', () => reply.destroy())
    asked.pipe(passed)
  }
  const server = createServer(pass)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => void (releases += 1),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function sendRenamed(answer: IncomingMessage, reply: ServerResponse, version: string): Promise<void> {
  const worker = (await buffer(answer)).toString('utf8')
  if (!VERSION.test(worker)) throw new Error('the worker names no version')
  const { 'content-length': _length, etag: _etag, 'last-modified': _modified, ...rest } = answer.headers
  reply.writeHead(answer.statusCode ?? 502, rest).end(worker.replace(VERSION, `$1${version}`))
}
