import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROUTES } from '../../src/api/routes.ts'
import { PROBLEM_STATUSES } from '../../src/server/problem.ts'
import { here } from '../server/found-district.ts'
import { serverFixture } from '../server/server-fixture.ts'
import { asked } from './asked.ts'
import { idle } from './idle.ts'
import { malformedRequest } from './malformed-request.ts'
import { plantWorld } from './planted-world.ts'
import { requestOf, versionsOf } from './request-of.ts'
import { sampleOf } from './sample-requests.ts'
import { watchWrites } from './watched-writes.ts'

/** Every route under requests that it cannot take; `TORTURE=1` sends a thousand to each. */
const TIMES = process.env['TORTURE'] ? 1_000 : 20

const codes: Readonly<Record<string, number>> = PROBLEM_STATUSES

async function world() {
  const server = await serverFixture({ assessments: [] })
  const planted = await plantWorld(server, 'd1')
  return { server, planted, versions: await versionsOf(server), writes: watchWrites(server.parts) }
}

let current: Awaited<ReturnType<typeof world>> | null = null

test.each(ROUTES.map((contract) => [contract.operationId, contract] as const))(
  '%s refuses what it cannot take with a code, and nothing has changed',
  async (_name, contract) => {
    const { server, planted, versions, writes } = (current ??= await world())
    const sample = sampleOf(contract, planted)
    const good = requestOf(contract, sample, versions)
    let hasWritten = false
    const sent = fc.asyncProperty(malformedRequest(contract, good), async ({ request, isWrong, what }) => {
      const own = contract.access === 'public' ? {} : await server.session(here(sample.by))
      await idle(server)
      writes.take()
      const reply = await asked(server.app, { ...request, headers: { ...own, ...request.headers } })
      const written = writes.take()
      const { statusCode, code } = reply
      const place = `${what}: ${statusCode} ${reply.body.slice(0, 300)}`
      if (statusCode >= 500) throw new Error(`fails at ${place}`)
      if (code !== null) {
        if (codes[code] !== statusCode) throw new Error(`a code of no catalogue at ${place}`)
        if (!String(reply.headers['content-type']).startsWith('application/problem+json')) throw new Error(place)
      }
      if (!isWrong) hasWritten ||= written.length > 0
      else if (code === null || written.length > 0) throw new Error(`takes ${place} and writes ${written.join()}`)
    })
    try {
      await fc.assert(sent, { numRuns: TIMES, seed: 20211025, endOnFailure: true })
    } finally {
      if (hasWritten) current = null
    }
  },
  600_000,
)

test('the routes are all there', () => {
  expect(ROUTES.length).toBeGreaterThan(80)
})
