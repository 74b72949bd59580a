import type { InjectOptions } from 'fastify'
import type { Contract } from '../../src/api/contract.ts'
import type { ServerFixture } from '../server/server-fixture.ts'
import { here } from '../server/found-district.ts'
import { BYTES } from './planted-ask.ts'
import type { Sample } from './sample-requests.ts'

export type OrderlyRequest = InjectOptions & { readonly url: string }

let keys = 0

/** The sample as a request with everything but who sends it; its key is new, its `If-Match` what `seen` is now. */
export function requestOf(contract: Contract, sample: Sample, versions: Versions): OrderlyRequest {
  keys += 1
  const { params = {}, query = {}, body, seen } = sample
  const path = contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const isKeyed = contract.repeat !== 'safe' && contract.repeat !== 'natural'
  return {
    method: contract.method,
    url: path + (Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`),
    headers: {
      ...(isKeyed ? { 'idempotency-key': `walk-key-${keys}` } : {}),
      ...(contract.ifMatch ? { 'if-match': `"${versions.get(seen ?? '') ?? 0}"` } : {}),
      ...(Buffer.isBuffer(body) ? BYTES : {}),
    },
    ...(body === undefined ? {} : { payload: body }),
  }
}

/** What each finding and bonus of `a1` stands at, as `findings/f1`. */
export type Versions = ReadonlyMap<string, number>

export async function versionsOf({ parts }: ServerFixture): Promise<Versions> {
  const looked = await parts.office.live.look(here('assessor')[0], 'a1' as never)
  if (!looked.ok) throw new Error(looked.refusal.message)
  const { findings, bonuses } = looked.value.state
  return new Map([
    ...[...findings.values()].map(({ findingId, because }) => [`findings/${findingId}`, because.at(-1) ?? 0] as const),
    ...[...bonuses.values()].map(({ bonusId, because }) => [`bonuses/${bonusId}`, because.at(-1) ?? 0] as const),
  ])
}
