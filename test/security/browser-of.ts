import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { PASSWORD } from '../server/server-fixture.ts'

type Headers = Readonly<Record<string, string>>

/** A browser as far as the server can tell: it keeps the cookie and shows the CSRF token that it was told last. */
export interface Browser {
  readonly ask: (method: Method, url: string, payload?: object, headers?: Headers) => Promise<LightMyRequestResponse>
  readonly signIn: (username: string, password?: string) => Promise<LightMyRequestResponse>
  readonly cookie: () => string
  readonly csrfToken: () => string
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export function browserOf(app: FastifyInstance, planted = ''): Browser {
  let [cookie, csrfToken, keys] = [planted, '', 0]
  const ask: Browser['ask'] = async (method, url, payload, headers = {}) => {
    keys += 1
    const own = {
      'x-csrf-token': csrfToken,
      'idempotency-key': `browser-${keys}`,
      ...(cookie === '' ? {} : { cookie }),
    }
    const reply = await app.inject({ method, url, headers: { ...own, ...headers }, ...(payload ? { payload } : {}) })
    const [set] = [reply.headers['set-cookie'] ?? []].flat()
    if (set !== undefined) cookie = set.split(';')[0] ?? ''
    const isJson = String(reply.headers['content-type']).startsWith('application/json;')
    if (reply.statusCode === 200 && isJson) csrfToken = reply.json<{ csrfToken?: string }>().csrfToken ?? csrfToken
    return reply
  }
  return {
    ask,
    signIn: async (username, password = PASSWORD) =>
      ask('POST', '/api/v1/session', { district: 'd1', username, password }),
    cookie: () => cookie,
    csrfToken: () => csrfToken,
  }
}
