import { Type } from '@sinclair/typebox'
import { expect, test } from 'vitest'
import { memoryAnswers } from '../../src/adapters/answers/memory-answers.ts'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { seededSecrets } from '../../src/adapters/secrets/seeded-secrets.ts'
import { contract } from '../../src/api/contract.ts'
import { centerIdShape } from '../../src/api/shapes/id-shapes.ts'
import { dateShape, pointsShape, shape } from '../../src/api/shapes/plain-shapes.ts'
import type { Role } from '../../src/app/people/role.ts'
import { id, type CenterId, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { accepted } from '../../src/core/kernel/outcome.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { buildServer } from '../../src/server/build-server.ts'
import { csrfTokenOf } from '../../src/server/check-origin.ts'
import { refusedHere } from '../../src/server/problems/http-refusals.ts'
import { answer, route, type Route } from '../../src/server/route.ts'
import type { AccessNote, ServerParts } from '../../src/server/server-parts.ts'
import { USUAL_SETTINGS } from '../../src/server/server-settings.ts'

const write = contract({
  method: 'POST',
  path: '/api/v1/trials/{centerId}',
  operationId: 'tryIt',
  tag: '试',
  summary: '试',
  access: 'finding.reply',
  center: 'params.centerId',
  repeat: 'kept',
  ifMatch: true,
  params: shape({ centerId: centerIdShape }),
  query: shape({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })) }),
  body: shape({ points: pointsShape, day: dateShape, password: Type.Optional(Type.String({ writeOnly: true })) }),
  answer: shape({ times: Type.Integer() }),
})

async function frame(extra: { readonly repeat?: 'shown-once' } = {}) {
  let times = 0
  const notes: AccessNote[] = []
  const secrets = seededSecrets('frame')
  const parts: ServerParts = {
    settings: { ...USUAL_SETTINGS, checksAnswers: true },
    clock: setClock(timestamp('2021-10-25T09:30:00+08:00')),
    secrets,
    answers: memoryAnswers(),
    noteAccess: async (note) => void notes.push(note),
    identify: async (credential) => {
      const [role, centerId] = credential.text.split(':')
      if (role === 'nobody') return refusedHere('not-signed-in')
      const actor = {
        tenantId: id<TenantId>('d1'),
        personId: id<PersonId>('p1'),
        name: '某人',
        roles: [role as Role],
        centerId: centerId === undefined ? null : id<CenterId>(centerId),
        scopes: null,
      }
      return accepted({ credential, owes: 'nothing', actor })
    },
  }
  const tried: Route = route({ ...write, ...extra }, async ({ body }) => {
    if (body.points === 1) throw new Error(`张三 ${body.points}`)
    if (body.points === 2) return refusedHere('cursor-wrong')
    times += 1
    return answer({ times })
  })
  const app = await buildServer(parts, [tried], null)
  return { app, notes, times: () => times, csrf: (session: string) => csrfTokenOf(session, secrets) }
}

const GOOD = { points: 50, day: '2021-10-25' }
const HEADERS = { authorization: 'Bearer center:c1', 'idempotency-key': 'key-0001', 'if-match': '"3"' }

interface Change {
  readonly method?: 'PUT'
  readonly url?: string
  readonly payload?: string | object
  readonly headers?: Readonly<Record<string, string | null>>
}

test.each<[given: string, change: Change, status: number, code: string]>([
  ['nobody', { headers: { authorization: null } }, 401, 'not-signed-in'],
  ['a session that is over', { headers: { authorization: 'Bearer nobody' } }, 401, 'not-signed-in'],
  ['both a cookie and a token', { headers: { cookie: 'mingheng=x' } }, 400, 'credentials-doubled'],
  ['a role that may not', { headers: { authorization: 'Bearer leader' } }, 403, 'not-allowed'],
  ['another center', { headers: { authorization: 'Bearer center:c2' } }, 403, 'not-allowed'],
  ['no key', { headers: { 'idempotency-key': null } }, 400, 'key-missing'],
  ['a short key', { headers: { 'idempotency-key': 'k' } }, 400, 'key-malformed'],
  ['no If-Match', { headers: { 'if-match': null } }, 428, 'precondition-required'],
  ['a weak If-Match', { headers: { 'if-match': 'W/"3"' } }, 400, 'precondition-malformed'],
  ['another type', { headers: { 'content-type': 'text/plain' } }, 415, 'body-unsupported'],
  ['broken JSON', { payload: '{"points":' }, 400, 'body-not-json'],
  ['half a surrogate pair', { payload: '{"points":50,"day":"\\ud800"}' }, 400, 'body-not-json'],
  ['broken UTF-8', { payload: Buffer.from([0x22, 0xff, 0x22]) }, 400, 'body-not-json'],
  ['a prototype', { payload: '{"points":50,"day":"2021-10-25","__proto__":{}}' }, 400, 'body-not-json'],
  ['no body', { payload: '' }, 400, 'body-invalid'],
  ['an unknown field', { payload: { ...GOOD, extra: 1 } }, 400, 'body-invalid'],
  ['half a hundredth', { payload: { ...GOOD, points: 0.5 } }, 400, 'body-invalid'],
  ['a number as text', { payload: { ...GOOD, points: '50' } }, 400, 'body-invalid'],
  ['a day that is none', { payload: { ...GOOD, day: '2021-02-30' } }, 400, 'body-invalid'],
  ['a limit too high', { url: '/api/v1/trials/c1?limit=10' }, 400, 'body-invalid'],
  ['a limit twice', { url: '/api/v1/trials/c1?limit=1&limit=2' }, 400, 'body-invalid'],
  ['a huge body', { payload: { ...GOOD, day: 'x'.repeat(70_000) } }, 413, 'body-too-large'],
  ['another method', { method: 'PUT' }, 405, 'method-not-allowed'],
  ['another address', { url: '/api/v1/else' }, 404, 'route-unknown'],
  ['a broken address', { url: '/api/v1/trials/%E0%A4%A' }, 400, 'request-malformed'],
  ['a refusal of the use case', { payload: { ...GOOD, points: 2 } }, 400, 'cursor-wrong'],
  ['a bug', { payload: { ...GOOD, points: 1 } }, 500, 'internal'],
])('given %s', async (_given, change, status, code) => {
  const { app, times } = await frame()
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/trials/c1',
    payload: GOOD,
    ...change,
    headers: headersOf(change),
  })
  expect(response.json()).toMatchObject({ status, code, type: `urn:mingheng:problem:${code}` })
  expect(response.statusCode).toBe(status)
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(response.body).not.toContain('张三')
  expect(times()).toBe(0)
})

test('what is in order is done once for one key, and refusals are noted', async () => {
  const { app, times, notes } = await frame()
  const ask = async (change: Change = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/trials/c1?limit=9',
      payload: GOOD,
      ...change,
      headers: headersOf(change),
    })
  expect((await ask()).json()).toEqual({ times: 1 })
  const again = await ask()
  expect(again.json()).toEqual({ times: 1 })
  expect(again.headers['idempotent-replayed']).toBe('true')
  expect((await ask({ payload: { ...GOOD, points: 60 } })).json()).toMatchObject({ status: 422, code: 'key-reused' })
  expect((await ask({ headers: { 'idempotency-key': 'key-0002' } })).json()).toEqual({ times: 2 })
  expect(times()).toBe(2)
  await ask({ headers: { authorization: 'Bearer leader' } })
  expect(notes).toMatchObject([{ action: 'finding.reply', result: 'refused', reason: 'not-allowed', subject: 'c1' }])
})

test('a refused request may be made again with its key; a secret is not shown twice', async () => {
  const { app } = await frame({ repeat: 'shown-once' })
  const ask = async (payload: object) =>
    app.inject({ method: 'POST', url: '/api/v1/trials/c1', payload, headers: headersOf({}) })
  expect((await ask({ ...GOOD, points: 2 })).json()).toMatchObject({ code: 'cursor-wrong' })
  expect((await ask({ ...GOOD, password: 'one' })).json()).toEqual({ times: 1 })
  expect((await ask({ ...GOOD, password: 'two' })).json()).toMatchObject({ status: 409, code: 'answer-shown-once' })
})

test.each<[given: string, headers: Record<string, string>, status: number]>([
  ['no token', { 'x-csrf-token': '' }, 403],
  ['the token of another session', { 'x-csrf-token': 'other' }, 403],
  ['its token', {}, 200],
  ['its token from another site', { origin: 'http://evil.example' }, 403],
  ['its token from the own site', { origin: 'http://localhost:80' }, 200],
  ['its token by a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['its token by a page of a sibling site', { 'sec-fetch-site': 'same-site' }, 403],
  ['its token by the own page', { 'sec-fetch-site': 'same-origin' }, 200],
])('a session writes with %s', async (_given, headers, status) => {
  const { app, csrf } = await frame()
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/trials/c1',
    payload: GOOD,
    headers: {
      cookie: 'mingheng=center%3Ac1',
      'x-csrf-token': csrf('center:c1'),
      host: 'localhost:80',
      'idempotency-key': 'key-0001',
      'if-match': '"3"',
      ...headers,
    },
  })
  expect(response.statusCode).toBe(status)
})

function headersOf(change: Change): Record<string, string> {
  const merged = { 'content-type': 'application/json', ...HEADERS, ...change.headers }
  return Object.fromEntries(Object.entries(merged).filter((pair): pair is [string, string] => pair[1] !== null))
}
