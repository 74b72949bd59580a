import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

/** Somebody at a server that listens, by a program's token: each call is one request over a real connection. */
export interface Client {
  readonly get: (path: string) => Promise<Told>
  readonly post: (path: string, body: object) => Promise<Told>
  readonly text: (path: string) => Promise<string>
  /** Uploads in two pieces and finishes. */
  readonly upload: (fileId: string, fileName: string, content: Buffer) => Promise<Told>
  /** Asks until the job has ended. */
  readonly ended: (path: string) => Promise<Told>
}

export interface Told {
  readonly status: number
  readonly body: never
}

export function clientAt(address: string, token: string): Client {
  const ask = async (method: string, path: string, body?: object | Buffer) =>
    fetch(`${address}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': crypto.randomUUID(),
        ...(body === undefined
          ? {}
          : { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
    })
  const told = async (response: Response) => ({ status: response.status, body: (await response.json()) as never })
  const get = async (path: string) => told(await ask('GET', path))
  const post = async (path: string, body: object) => told(await ask('POST', path, body))
  return {
    get,
    post,
    text: async (path) => (await ask('GET', path)).text(),
    upload: async (fileId, fileName, content) => {
      const digest = createHash('sha256').update(content).digest('hex')
      await post('record-files', { fileId, fileName, bytes: content.length, digest })
      const half = Math.floor(content.length / 2)
      await ask('PATCH', `record-files/${fileId}?offset=0`, content.subarray(0, half))
      await ask('PATCH', `record-files/${fileId}?offset=${half}`, content.subarray(half))
      return post(`record-files/${fileId}/finish`, {})
    },
    ended: async (path) => {
      for (;;) {
        const said = await get(path)
        const { state } = (said.body as { readonly standing: { readonly state: string } }).standing
        if (state !== 'waiting' && state !== 'running') return said
        // A server that is asked without a pause has less time for the work.
        await setTimeout(20)
      }
    },
  }
}
