import { afterEach, expect, test } from 'vitest'
import { a1 } from './found-assessment.ts'
import { here, type Username } from './found-district.ts'
import { serverFixture, type FixtureSetting, type ServerFixture } from './server-fixture.ts'

const ending: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ending.splice(0)) await end()
})

async function listening(setting: FixtureSetting = {}) {
  const house = await serverFixture(setting)
  const address = await house.app.listen({ port: 0 })
  ending.push(async () => house.app.close())
  return { ...house, address }
}

interface Told {
  readonly id: number
  readonly centerId: string
  readonly score: number
}

/** Reads events one by one; null at the end of the stream. */
async function follow(house: ServerFixture & { readonly address: string }, who: Username, after?: number) {
  const leaving = new AbortController()
  ending.unshift(async () => leaving.abort())
  const response = await fetch(`${house.address}/api/v1/assessments/${a1}/live`, {
    headers: {
      ...(await house.session(here(who))),
      ...(after === undefined ? {} : { 'last-event-id': String(after) }),
    },
    signal: leaving.signal,
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (pattern: RegExp): Promise<string | null> => {
    for (;;) {
      const found = pattern.exec(text)
      if (found !== null) {
        text = text.slice(found.index + found[0].length)
        return found[0]
      }
      const piece = await reader?.read()
      if (piece === undefined || piece.done) return null
      text += piece.value
    }
  }
  return {
    response,
    leave: () => leaving.abort(),
    comment: async () => next(/: \n\n/),
    told: async (): Promise<Told | null> => {
      const event = await next(/id: \d+\nevent: score\ndata: .*\n\n/)
      if (event === null) return null
      const body = JSON.parse(/data: (.*)/.exec(event)?.[1] ?? '') as Omit<Told, 'id'>
      return { ...body, id: Number(/id: (\d+)/.exec(event)?.[1]) }
    },
  }
}

/** Takes the decided amount of a finding of the center `east`: its score falls. */
async function decide({ ask }: ServerFixture) {
  const url = `/api/v1/assessments/${a1}/findings/undecided`
  const seen = await ask(here('assessor'), { url })
  const headers = { 'if-match': String(seen.headers['etag']) }
  const payload = { points: 300, reason: '有计划无记录', precedents: [] }
  const decided = await ask(here('assessor'), { method: 'POST', url: `${url}/amount`, payload, headers })
  expect(decided.statusCode).toBe(200)
}

test('scores come as they stand, and again when they change', async () => {
  const house = await listening()
  const stream = await follow(house, 'leader')
  expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(stream.response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  const before = await stream.told()
  expect([before?.centerId, (await stream.told())?.centerId]).toEqual(['east', 'west'])
  await decide(house)
  const after = await stream.told()
  expect(after).toMatchObject({ centerId: 'east' })
  expect(after?.score).toBeLessThan(before?.score ?? 0)
  expect(after?.id).toBeGreaterThan(before?.id ?? 0)
})

test('a center is told of itself only', async () => {
  const house = await listening()
  const [east, west] = [await follow(house, 'center-east'), await follow(house, 'center-west')]
  expect(await east.told()).toMatchObject({ centerId: 'east' })
  expect(await west.told()).toMatchObject({ centerId: 'west' })
  await decide(house)
  expect(await east.told()).toMatchObject({ centerId: 'east' })
  await house.app.close()
  expect(await west.told()).toBeNull()
})

test('after a break only what changed since comes again', async () => {
  const house = await listening()
  const first = await follow(house, 'leader')
  const seen = (await first.told())?.id ?? 0
  first.leave()
  await decide(house)
  const second = await follow(house, 'leader', seen)
  expect(await second.told()).toMatchObject({ centerId: 'east' })
  await house.app.close()
  expect(await second.told()).toBeNull()
})

test('a silent stream shows that it lives', async () => {
  const house = await listening({ settings: { heartbeat: 20 } })
  const stream = await follow(house, 'leader')
  expect(await stream.comment()).not.toBeNull()
})

test('whose session ends is told nothing more', async () => {
  const house = await listening()
  const stream = await follow(house, 'assessor-2')
  await stream.told()
  await stream.told()
  const { tenantId, personId } = await house.person(here('assessor-2'))
  await house.parts.people.people.endSessions(tenantId, personId, null)
  await decide(house)
  expect(await stream.told()).toBeNull()
})

test('there are so many streams and no more', async () => {
  const house = await listening({ settings: { liveStreams: 1 } })
  await follow(house, 'leader')
  const second = await follow(house, 'assessor')
  expect(second.response.status).toBe(429)
})

test('a server that stops lets running requests end, and takes no new ones', async () => {
  const house = await listening()
  const session = await house.session(here('leader'))
  await follow(house, 'leader')
  await house.app.close()
  await expect(fetch(`${house.address}/healthz`)).rejects.toThrow()
  expect((await house.app.inject({ url: '/api/v1/me', headers: session }).catch(() => null))?.statusCode ?? 503).toBe(
    503,
  )
})

test('one person cannot take the streams of all', async () => {
  const house = await listening({ settings: { liveStreamsEach: 1 } })
  await follow(house, 'assessor')
  const statusOf = async (who: Username) => {
    const headers = await house.session(here(who))
    const response = await fetch(`${house.address}/api/v1/assessments/${a1}/live`, { headers })
    await response.body?.cancel()
    return response.status
  }
  expect([await statusOf('assessor'), await statusOf('leader')]).toEqual([429, 200])
})
