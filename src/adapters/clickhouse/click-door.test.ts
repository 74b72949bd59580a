import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { openClickDoor } from './click-door.ts'

/** Nothing listens there. */
const door = openClickDoor({ url: 'http://127.0.0.1:9', user: 'default', password: '', database: 'records' })

test.each<[title: string, signal: AbortSignal | null, kind: string]>([
  ['before anybody is asked', AbortSignal.abort(), 'stopped'],
  ['because nobody is there', null, 'unreachable'],
])('what was to be uploaded is closed where it came to nothing %s', async (_title, signal, kind) => {
  const csv = Readable.from([Buffer.from('1\n')])
  expect(await door.upload('ratings', ['batch'], csv, { signal })).toMatchObject({ fault: { kind } })
  expect(csv.destroyed).toBe(true)
  await door.close()
})
