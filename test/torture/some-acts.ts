import { randomUUID } from 'node:crypto'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { alleged } from '../fixtures/acting-story.ts'
import type { Username } from '../server/found-district.ts'
import { askOnce } from './patient-client.ts'
import { FIRST_DAY, type PreparedFolder } from './prepared-folder.ts'

/** Requests to one server, each asked once. */
export interface SomeActs {
  readonly report: (assessmentId: string, findingId: string, rest?: object) => Promise<Told>
  readonly post: (who: Username, path: string, body: object) => Promise<Told>
  readonly get: (who: Username, path: string) => Promise<Told>
  readonly bytes: (method: 'PATCH' | 'POST', path: string, body: Uint8Array) => Promise<Told>
}

export interface Told {
  readonly status: number
  readonly code: string | null
  readonly text: string
  readonly events: readonly LedgerEvent[]
}

export function someActs(address: string, { tokens }: Pick<PreparedFolder, 'tokens'>): SomeActs {
  const ask = async (who: Username, request: Omit<Parameters<typeof askOnce>[1], 'token'>): Promise<Told> => {
    const { status, body } = await askOnce(address, { ...request, token: tokens[who] })
    const text = body.toString()
    const told = (text.startsWith('{') ? JSON.parse(text) : {}) as { code?: string; events?: readonly LedgerEvent[] }
    return { status, code: told.code ?? null, text, events: told.events ?? [] }
  }
  const post: SomeActs['post'] = (who, path, body) => ask(who, { method: 'POST', path, key: randomUUID(), body })
  return {
    post,
    report: (assessmentId, findingId, rest = {}) => {
      const { source, evidence } = alleged()
      const said = { ...alleged(), source, evidence, findingId, centerId: 'east', occurredOn: FIRST_DAY, ...rest }
      return post('inspector', `/api/v1/assessments/${assessmentId}/findings`, said)
    },
    get: (who, path) => ask(who, { method: 'GET', path }),
    bytes: (method, path, body) => ask('inspector', { method, path, body }),
  }
}
