import { expect, test } from 'vitest'
import { id } from '../../core/kernel/identifiers.ts'
import { payloadsOf, placesIn } from './announced-places.ts'

const placeOf = (at: number) => ({ tenantId: id<never>('d'.repeat(40)), assessmentId: id<never>(`a-${at}`) })

test.each([0, 1, 200])('%i places are read as they were announced, in payloads that PostgreSQL takes', (count) => {
  const places = Array.from({ length: count }, (_, at) => placeOf(at))
  const payloads = payloadsOf('one', places)
  for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000)
  expect(payloads.flatMap((payload) => placesIn(payload, 'another') ?? [])).toEqual(places)
})

test.each([
  ['what a node announced itself', '{"node":"self","moved":[["d","a"]]}', []],
  ['no JSON', 'x', null],
  ['nothing', 'null', null],
  ['another shape', '{"node":"one","moved":[["d"]]}', null],
])('%s', (_what, payload, read) => {
  expect(placesIn(payload, 'self')).toEqual(read)
})
