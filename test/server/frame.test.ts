import { Type } from '@sinclair/typebox'
import { expect, test } from 'vitest'
import { contract } from '../../src/api/contract.ts'
import { centerIdShape } from '../../src/api/shapes/id-shapes.ts'
import { dateShape, pointsShape, shape } from '../../src/api/shapes/plain-shapes.ts'
import { refusedHere } from '../../src/server/problems/http-refusals.ts'
import { answer, route, type Route } from '../../src/server/route.ts'
import { here, type Username } from './found-district.ts'
import { serverFixture, type ServerFixture } from './server-fixture.ts'

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
  const tried: Route = route({ ...write, ...extra }, async ({ body }) => {
    if (body.points === 1) throw new Error(`张三 ${body.points}`)
    if (body.points === 2) return refusedHere('cursor-wrong')
    times += 1
    return answer({ times })
  })
  const fixture = await serverFixture({ routes: [tried], assessments: [] })
  return { ...fixture, times: () => times }
}

const GOOD = { points: 50, day: '2021-10-25' }
const HEADERS = { 'content-type': 'application/json', 'idempotency-key': 'key-0001', 'if-match': '"3"' }

interface Change {
  readonly method?: 'PUT'
  readonly url?: string
  readonly payload?: string | object
  readonly headers?: Readonly<Record<string, string | null>>
  /** Null: nobody. */
  readonly by?: Username | null
}

test.each<[given: string, change: Change, status: number, code: string]>([
  ['nobody', { by: null }, 401, 'not-signed-in'],
  ['a token that is none', { headers: { authorization: `Bearer d1.${'x'.repeat(43)}` } }, 401, 'token-invalid'],
  ['both a cookie and a token', { headers: { cookie: 'mingheng=x' } }, 400, 'credentials-doubled'],
  ['a role that may not', { by: 'leader' }, 403, 'forbidden'],
  ['another center', { by: 'center-west' }, 403, 'forbidden'],
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
  ['a limit too high', { url: '/api/v1/trials/east?limit=10' }, 400, 'body-invalid'],
  ['a limit twice', { url: '/api/v1/trials/east?limit=1&limit=2' }, 400, 'body-invalid'],
  ['a huge body', { payload: { ...GOOD, day: 'x'.repeat(70_000) } }, 413, 'body-too-large'],
  ['another method', { method: 'PUT' }, 405, 'method-not-allowed'],
  ['another address', { url: '/api/v1/else' }, 404, 'route-unknown'],
  ['a broken address', { url: '/api/v1/trials/%E0%A4%A' }, 400, 'request-malformed'],
  ['a refusal of the use case', { payload: { ...GOOD, points: 2 } }, 400, 'cursor-wrong'],
  ['a bug', { payload: { ...GOOD, points: 1 } }, 500, 'internal'],
])('given %s', async (_given, change, status, code) => {
  const { times, told, ...fixture } = await frame()
  const response = await ask(fixture, change)
  expect(response.json()).toMatchObject({ status, code, type: `urn:mingheng:problem:${code}` })
  expect(response.statusCode).toBe(status)
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(response.body).not.toContain('张三')
  expect(times()).toBe(0)
  expect(await told('d1')).toEqual(status === 403 ? ['finding.reply refused forbidden'] : [])
})

test('what is in order is done once for one key', async () => {
  const { times, ...fixture } = await frame()
  const url = '/api/v1/trials/east?limit=9'
  expect((await ask(fixture, { url })).json()).toEqual({ times: 1 })
  const again = await ask(fixture, { url })
  expect(again.json()).toEqual({ times: 1 })
  expect(again.headers['idempotent-replayed']).toBe('true')
  expect((await ask(fixture, { url, payload: { ...GOOD, points: 60 } })).json()).toMatchObject({ code: 'key-reused' })
  expect((await ask(fixture, { headers: { 'idempotency-key': 'key-0002' } })).json()).toEqual({ times: 2 })
  expect(times()).toBe(2)
})

test('a refused request may be made again with its key; a secret is not shown twice', async () => {
  const fixture = await frame({ repeat: 'shown-once' })
  expect((await ask(fixture, { payload: { ...GOOD, points: 2 } })).json()).toMatchObject({ code: 'cursor-wrong' })
  expect((await ask(fixture, { payload: { ...GOOD, password: 'one' } })).json()).toEqual({ times: 1 })
  expect((await ask(fixture, { payload: { ...GOOD, password: 'two' } })).json()).toMatchObject({
    status: 409,
    code: 'answer-shown-once',
  })
})

test('a token writes without a CSRF token, within its scopes', async () => {
  const { app, token } = await frame()
  const asked = async (own: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/v1/trials/east', payload: GOOD, headers: { ...HEADERS, ...own } })
  expect((await asked(await token(here('center-east'), ['finding.reply']))).statusCode).toBe(200)
  expect((await asked(await token(here('center-east'), ['appeal.file']))).statusCode).toBe(403)
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
  const { app, session } = await frame()
  const own = { ...HEADERS, host: 'localhost:80', ...(await session(here('center-east'))), ...headers }
  const response = await app.inject({ method: 'POST', url: '/api/v1/trials/east', payload: GOOD, headers: own })
  expect(response.statusCode).toBe(status)
})

async function ask({ app, token }: Pick<ServerFixture, 'app' | 'token'>, { by = 'center-east', ...change }: Change) {
  const own = by === null ? {} : await token(here(by))
  const headers = Object.entries({ ...own, ...HEADERS, ...change.headers })
  return app.inject({
    method: 'POST',
    url: '/api/v1/trials/east',
    payload: GOOD,
    ...change,
    headers: Object.fromEntries(headers.filter((pair): pair is [string, string] => pair[1] !== null)),
  })
}
