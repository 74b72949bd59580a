import { expect, test } from 'vitest'
import type { Contract } from '../../src/api/contract.ts'
import { ROUTES } from '../../src/api/routes.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { here, type Username } from '../server/found-district.ts'
import { serverFixture, type ServerFixture } from '../server/server-fixture.ts'
import { asked } from './asked.ts'
import { idle } from './idle.ts'
import { PROFILE } from './planted-records.ts'
import { CANARY, plantWorld } from './planted-world.ts'
import { requestOf, versionsOf } from './request-of.ts'
import { sampleOf } from './sample-requests.ts'
import { watchWrites } from './watched-writes.ts'

const KEYED = ROUTES.filter(({ repeat }) => repeat === 'ledger' || repeat === 'kept' || repeat === 'shown-once')
const KEY = { 'idempotency-key': 'the-one-key' }

/** What a write leaves behind once: neither the kept answer nor asking again for a ledger that is there. */
const effectsOf = (written: readonly string[]) => written.filter((write) => !/^(answers\.|ledgers\.create)/.test(write))

async function prepared(contract: Contract) {
  const server = await serverFixture({ assessments: [] })
  const sample = sampleOf(contract, await plantWorld(server, 'd1', CANARY, /^(记录|检测)$/.test(contract.tag)))
  const request = requestOf(contract, sample, await versionsOf(server))
  const writes = watchWrites(server.parts)
  const take = () => writes.take().filter((write) => !write.startsWith('people.addSession'))
  const send = async (by: Username = sample.by, payload: unknown = request.payload) => {
    const own = await server.session(here(by))
    return asked(server.app, {
      ...request,
      ...(payload === undefined ? {} : { payload: payload as object }),
      headers: { ...request.headers, ...KEY, ...own },
    })
  }
  return { server, sample, send, take }
}

const told = ({ body }: { readonly body: string }): unknown => {
  const {
    isRepeated: _isRepeated,
    head: _head,
    instance: _instance,
    ...said
  } = JSON.parse(body) as Record<string, unknown>
  return said
}

test.each(KEYED.map((contract) => [contract.operationId, contract] as const))(
  '%s asked for eight times at once and again later with one key is done once',
  async (_name, contract) => {
    const { server, sample, send, take } = await prepared(contract)
    const replies = await Promise.all(Array.from({ length: 8 }, async () => send()))
    await idle(server)
    const effects = effectsOf(take())
    const done = replies.filter(({ code }) => code === null)
    if (sample.refusal !== undefined) return expect(done).toEqual([])
    for (const { code } of replies) expect([null, 'key-in-use', 'answer-shown-once']).toContain(code)
    const [first] = done
    expect(new Set(done.map((one) => canonicalJson(told(one)))).size).toBe(1)
    expect(new Set(done.map(({ body }) => canonicalJson(headIn(body)))).size).toBe(1)
    expect(effects.length).toBeGreaterThan(0)
    const again = await send()
    expect(effectsOf(take())).toEqual([])
    if (contract.repeat === 'shown-once') expect([done.length, again.code]).toEqual([1, 'answer-shown-once'])
    else expect([again.statusCode, told(again)]).toEqual([first?.statusCode, first && told(first)])
    if (contract.accepts !== 'json') return
    expect((await send(sample.by, { ...(sample.body as object), ...otherOf(contract) })).code).toBe('key-reused')
    expect(effectsOf(take())).toEqual([])
  },
)

const headIn = (body: string) => (JSON.parse(body) as { readonly head?: unknown }).head ?? null

/** Another value that the contract takes, of a field that it has. */
function otherOf({ body, operationId }: Contract): object {
  if (operationId === 'adoptDetections') return { detections: [{ name: 'other', text: '-- 另一份' }] }
  const names = Object.keys((body as { properties?: object }).properties ?? {})
  const others: Readonly<Record<string, unknown>> = {
    reason: '另一理由',
    actedAt: '2021-05-24T08:59:00+08:00',
    name: '另一名',
    version: '另一版',
    rubricId: 'r2',
    roles: ['leader'],
    state: 'active',
    uploadId: 'another-upload',
    fileId: 'another-file',
    asOf: '2021-05-01',
    feeds: [],
    profile: { ...PROFILE, id: 'another' },
  }
  const name = names.find((one) => one in others)
  if (name === undefined) throw new Error(`nothing to change in ${names.join()}`)
  return { [name]: others[name] }
}

test("one person's key is not another's", async () => {
  const contract = ROUTES.find(({ operationId }) => operationId === 'setTerms') as Contract
  const { send } = await prepared(contract)
  expect((await send('assessor')).code).toBeNull()
  const other = await send('assessor-2')
  expect(JSON.parse(other.body)).toMatchObject({ isRepeated: false, events: [{ by: 'd1-assessor-2' }] })
})

test('two who decide at once over real connections: one is done, the other is told what changed', async () => {
  const server: ServerFixture = await serverFixture({ assessments: [] })
  const contract = ROUTES.find(({ operationId }) => operationId === 'substantiateFinding') as Contract
  const sample = sampleOf(contract, await plantWorld(server, 'd1'))
  const request = requestOf(contract, sample, await versionsOf(server))
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  try {
    const decide = async (by: Username) => {
      const own = await server.session(here(by))
      const key = { 'idempotency-key': `decided-by-${by}`, 'content-type': 'application/json' }
      const headers = { ...(request.headers as Record<string, string>), ...own, ...key }
      const reply = await fetch(`${address}${request.url}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(sample.body),
      })
      return { status: reply.status, body: (await reply.json()) as object }
    }
    const both = await Promise.all([decide('assessor'), decide('assessor-2')])
    const [won, lost] = both.toSorted((one, other) => one.status - other.status)
    expect([won?.status, lost?.status]).toEqual([200, 409])
    expect(lost?.body).toMatchObject({ code: 'changed-meanwhile', changes: [{ type: 'FindingSubstantiated' }, {}] })
    expect(JSON.stringify(lost?.body)).not.toContain('reason')
  } finally {
    await server.app.close()
  }
})
