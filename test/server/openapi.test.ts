import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { ROUTES } from '../../src/api/routes.ts'
import { ACTIONS } from '../../src/app/people/who-may.ts'
import { openapiOf } from '../../src/server/openapi.ts'
import { PROBLEM_STATUSES } from '../../src/server/problem.ts'
import { SERVER_ROUTES } from '../../src/server/server-routes.ts'
import { serverFixture } from './server-fixture.ts'

const golden = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url))

test('the description is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate({ ...openapiOf(ROUTES) })
  expect(result.errors ?? []).toEqual([])
  expect(validator.version).toBe('3.1')
})

test('the description in docs is that of the contracts (npm run openapi renews it)', () => {
  expect(JSON.parse(readFileSync(golden, 'utf8'))).toEqual(openapiOf(ROUTES))
})

test('every contract is served, and nothing else', async () => {
  expect(SERVER_ROUTES.map(({ contract }) => contract.operationId).sort()).toEqual(
    ROUTES.map(({ operationId }) => operationId).sort(),
  )
  const { app } = await serverFixture({ assessments: [] })
  const registered: string[] = []
  for (const { method, path } of ROUTES)
    if (app.hasRoute({ method, url: path.replaceAll(/\{(\w+)\}/g, ':$1') })) registered.push(`${method} ${path}`)
  expect(registered).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`))
  const served = await app.inject({ url: '/api/openapi.json' })
  expect(served.json()).toEqual(openapiOf(ROUTES))
})

test('no two contracts share an operation or an address', () => {
  expect(new Set(ROUTES.map(({ operationId }) => operationId)).size).toBe(ROUTES.length)
  expect(new Set(ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)).size).toBe(
    ROUTES.length,
  )
})

test.each(ROUTES.map((contract) => [contract.operationId, contract] as const))(
  '%s promises what it must',
  (_id, contract) => {
    const { method, path, access, repeat, params, refusals, summary, center, query, body } = contract
    expect([...ACTIONS, 'public', 'session']).toContain(access)
    expect(repeat === 'safe').toBe(method === 'GET')
    expect([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()).toEqual(
      Object.keys(params.properties).sort(),
    )
    for (const code of refusals) expect(Object.keys(PROBLEM_STATUSES)).toContain(code)
    expect(summary).toMatch(/\p{Script=Han}/u)
    if (center.includes('.')) {
      const [part, name] = center.split('.') as ['params' | 'query' | 'body', string]
      expect(Object.keys({ params, query, body }[part]['properties'] as object)).toContain(name)
    }
  },
)

test('every object that comes from outside is closed, every text and list bounded', () => {
  const loose = ROUTES.flatMap(({ operationId, params, query, body }) =>
    Object.entries({ params, query, body }).flatMap(([part, schema]) => looseParts(schema, `${operationId} ${part}`)),
  )
  // What an identity provider adds to the address of the callback is its own matter; each of them is bounded.
  expect(loose).toEqual(['finishSignOn query: open'])
})

type Schema = Readonly<Record<string, unknown>>

function looseParts(schema: Schema, place: string): string[] {
  const { type, properties, items, anyOf, additionalProperties, maxLength, maxItems, minimum, maximum } = schema
  const found: string[] = []
  if (type === 'object' && additionalProperties !== false) found.push(`${place}: open`)
  if (type === 'string' && schema['const'] === undefined && maxLength === undefined) found.push(`${place}: text`)
  if (type === 'array' && maxItems === undefined) found.push(`${place}: list`)
  if (type === 'integer' && (minimum === undefined || maximum === undefined)) found.push(`${place}: number`)
  for (const [name, part] of Object.entries((properties ?? {}) as Record<string, Schema>))
    found.push(...looseParts(part, `${place}/${name}`))
  for (const part of (anyOf ?? []) as Schema[]) found.push(...looseParts(part, place))
  if (items !== undefined) found.push(...looseParts(items as Schema, `${place}/*`))
  return found
}
