import type { RestartedServer } from './restarted-server.ts'

/** A program that asks again, with the same key, whatever was not answered because the server was killed. */
export type PatientClient = (request: Asked) => Promise<Answered>

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly token: string
  readonly key?: string
  readonly seen?: number
  readonly body?: object | Uint8Array
}

export interface Answered {
  readonly status: number
  readonly body: Buffer
  readonly json: <Body>() => Body
  /** How often it was asked. */
  readonly times: number
}

/** A request that is not answered while the server lives on is a fault. */
export function patientClient(server: Pick<RestartedServer, 'current' | 'isOver'>): PatientClient {
  return async (asked) => {
    for (let times = 1; ; times += 1) {
      const life = await server.current()
      try {
        const { status, body } = await askOnce(life.address, asked)
        return { status, body, times, json: <Body>() => JSON.parse(body.toString()) as Body }
      } catch (error) {
        if (!server.isOver(life)) throw new Error(`${asked.method} ${asked.path} was not answered`, { cause: error })
      }
    }
  }
}

export async function askOnce(address: string, { method, path, token, key, seen, body }: Asked) {
  const isBytes = body instanceof Uint8Array
  const response = await fetch(`${address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }),
      ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
  })
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()), headers: response.headers }
}
