import type { LightMyRequestResponse } from 'fastify'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import type { Username } from '../server/found-district.ts'
import type { ServerFixture } from '../server/server-fixture.ts'

export const BYTES = { 'content-type': 'application/octet-stream' }

export type Ask = (
  who: Username,
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  payload?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<LightMyRequestResponse>

/** Throws on what is refused: planting must succeed. */
export function asking(server: ServerFixture, district: string): Ask {
  const tenantId = id<TenantId>(district)
  return async (who, method, url, payload, headers = {}) => {
    const answer = await server.ask([tenantId, who], { method, url, headers, ...(payload ? { payload } : {}) })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
    return answer
  }
}
