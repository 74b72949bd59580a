import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { underWay } from '../../src/server/under-way.ts'
import { here } from './found-district.ts'
import { serverFixture } from './server-fixture.ts'

/** Long enough for anything that waits for nothing. */
async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await setImmediate()
}

test('a server that closes waits for work whose asker has left', async () => {
  const { app, parts, session } = await serverFixture({ assessments: [] })
  const cookie = await session(here('administrator'))
  const told: string[] = []
  const store = parts.people.people
  let release: () => void = () => undefined
  const began = new Promise<void>((begun) => {
    const people: typeof store.people = async (...asked) => {
      begun()
      await new Promise<void>((resolve) => (release = resolve))
      told.push('read from the store')
      return store.people(...asked)
    }
    Object.assign(parts.people, { people: { ...store, people } })
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const connected = once(app.server, 'connection')
  const asked = request({ port, path: '/api/v1/people', headers: cookie, agent: false }).on('error', () => undefined)
  asked.end()
  await began
  const [socket] = await connected
  asked.destroy()
  await once(socket, 'close')
  const closing = app.close().then(() => told.push('closed'))
  await manyTurns()
  release()
  await closing
  expect(told).toEqual(['read from the store', 'closed'])
})

test.each<[sent: string, take: (pieces: AsyncIterator<string>) => Promise<unknown>]>([
  ['to its end', async (pieces) => pieces.next()],
  ['until nobody takes any more', async (pieces) => pieces.return?.()],
])('what is sent piece by piece is under way %s', async (_sent, take) => {
  const { sending, none } = underWay()
  const pieces = sending(oneOf('piece'))[Symbol.asyncIterator]()
  await pieces.next()
  let isNone = false
  const waited = none().then(() => (isNone = true))
  await manyTurns()
  expect(isNone).toBe(false)
  await take(pieces)
  await waited
})

async function* oneOf(piece: string): AsyncGenerator<string> {
  yield piece
}
