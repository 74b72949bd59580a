import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { id, type CenterId, type ClauseId, type FindingId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { addressOf, newId } from '../../src/web/client/call.ts'
import { OPERATIONS } from '../../src/web/client/operations.generated.ts'
import { unreachable, type Problem } from '../../src/web/client/problem.ts'
import type { InspectionRecord } from '../../src/web/offline/inspection-record.ts'
import type { PhoneStore } from '../../src/web/offline/phone-store.ts'
import { sendAll } from '../../src/web/offline/send-all.ts'
import { roundKeyOf } from '../../src/web/offline/round.ts'
import type { Ask } from '../../src/web/offline/upload-file.ts'
import { addFile, addRecord, emptyPhone, MORNING } from '../fixtures/phone-records.ts'
import { clauses } from '../fixtures/small-rubric.ts'
import { here, type Who } from '../server/found-district.ts'
import { serverFixture, type ServerFixture } from '../server/server-fixture.ts'

/** The phone's outbox against a whole server on memory, over a line that fails as a seed says. */
const fixture = serverFixture({ districts: ['d1'], assessments: ['d1'] })
afterAll(async () => (await fixture).app.close())

const NOON = Date.parse('2021-05-24T04:00:00Z')
const PICTURE = readFileSync(new URL('../../src/web/public/icon-192.png', import.meta.url))

type Fate = 'comes through' | 'is lost on the way' | 'is done, but the answer is lost'

test('whatever the line does to each request, what is ready ends on the server once, with every byte', async () => {
  const server = await fixture
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
      fc.array(fc.constantFrom<Fate>('comes through', 'is lost on the way', 'is done, but the answer is lost'), {
        maxLength: 40,
      }),
      async (photos, fates) => {
        const store = emptyPhone()
        const ids = await Promise.all(photos.map(async (count) => addReady(store, {}, count)))
        const line = { ask: await askOver(server, here('inspector'), fates), now: () => NOON }
        for (let round = 0; round <= fates.length; round += 1) {
          const { end } = await sendAll(store, line)
          if (end === 'done') break
        }
        const records = await store.records.toArray()
        expect(records.map(({ pile, held }) => [pile, held])).toEqual(records.map(() => ['sent', null]))
        for (const [place, findingId] of ids.entries()) {
          const { history } = await finding(server, findingId)
          expect(history.map(({ type }) => type)).toEqual(['FindingReported'])
          const files = await store.files.where({ recordId: findingId }).toArray()
          expect(files.length).toBe(photos[place])
          expect(files.every(({ isConfirmed }) => isConfirmed)).toBe(true)
          expect(history[0]?.evidence.map(({ digest }) => digest).sort()).toEqual(files.map((one) => one.digest).sort())
        }
      },
    ),
    { numRuns: 25 },
  )
})

test('what was ticked as looked at is told once the stop is over, once, whatever the line does', async () => {
  const server = await fixture
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<Fate>('comes through', 'is lost on the way', 'is done, but the answer is lost'), {
        maxLength: 12,
      }),
      async (fates) => {
        const store = emptyPhone()
        const roundKey = roundKeyOf(id('d1-inspector'), id('a1'), plainDate('2021-05-24'))
        const stop = { centerId: id<CenterId>('west'), isCovert: false, arrivedAt: MORNING }
        await store.rounds.put({ key: roundKey, stops: [{ ...stop, leftAt: null }] })
        const tick = (clauseId: ClauseId) =>
          store.sightings.put({ roundKey, centerId: id('west'), clauseId, seenAt: MORNING })
        await tick(clauses.vacated)
        await tick(clauses.dress)
        const line = { ask: await askOver(server, here('inspector'), fates), now: () => NOON }
        for (let round = 0; (await sendAll(store, line)).end !== 'done' && round <= fates.length; round += 1);
        expect(await store.visits.count()).toBe(0)
        await store.rounds.put({ key: roundKey, stops: [{ ...stop, leftAt: MORNING }] })
        const left = { ...line, ask: await askOver(server, here('inspector'), fates) }
        for (let round = 0; (await sendAll(store, left)).end !== 'done' && round <= fates.length; round += 1);
        const [visit, ...others] = await store.visits.toArray()
        expect([visit?.pile, visit?.clauseIds.length, others]).toEqual(['sent', 2, []])
        if (visit === undefined) return
        const again = await askOver(server, here('inspector'), [])
        const { id: inspectionId, centerId, inspectedOn, clauseIds } = visit
        const body = { inspectionId, centerId, inspectedOn, clauseIds: [...clauseIds] }
        expect(await again('inspectCenter', { params: { assessmentId: id('a1') }, key: newId(), body })).toMatchObject({
          problem: { code: 'inspection-exists' },
        })
      },
    ),
    { numRuns: 15 },
  )
})

test.each<[what: string, change: Partial<InspectionRecord>, who: Who, code: string]>([
  [
    'of a clause that is not in the rubric',
    { clause: { clauseId: id('9.9.9'), label: '', quote: '' } },
    here('inspector'),
    'clause-unknown',
  ],
  ['from before the period', { occurredOn: plainDate('2020-12-31') }, here('inspector'), 'outside-period'],
  ['at the own center', {}, here('inspector-east'), 'inspector-of-own-center'],
  ['of a center that takes no part', { centerId: id('north') }, here('inspector'), 'center-unknown'],
])('a record %s is held with the reason, and the next one goes', async (_what, change, who, code) => {
  const server = await fixture
  const store = emptyPhone()
  const personId = (await server.person(who)).personId
  const refused = await addReady(store, { ...change, personId }, 1)
  const next = await addReady(
    store,
    { personId, centerId: id('west'), readyAt: timestamp('2021-05-24T08:31:00+08:00') },
    0,
  )
  expect(await sendAll(store, { ask: await askOver(server, who, []), now: () => NOON })).toMatchObject({ sent: 1 })
  expect(await store.records.get(refused)).toMatchObject({ pile: 'ready', held: { code } })
  expect((await store.records.get(refused))?.held?.said).not.toBe('')
  expect((await store.records.get(next))?.pile).toBe('sent')
  const file = await store.files.where({ recordId: refused }).first()
  expect(file?.content?.size).toBe(file?.bytes)
})

test('a file that is no photo holds its record, and nothing is lost', async () => {
  const server = await fixture
  const store = emptyPhone()
  const recordId = await addReady(store, {}, 0)
  await addFile(store, recordId, new Blob(['no photo at all, only text']))
  await sendAll(store, { ask: await askOver(server, here('inspector'), []), now: () => NOON })
  expect((await store.records.get(recordId))?.held?.code).toBe('file-type-refused')
  expect((await store.files.where({ recordId }).first())?.content).not.toBe(null)
})

test('a phone whose clock is ahead sends without its own time', async () => {
  const server = await fixture
  const store = emptyPhone()
  const recordId = await addReady(store, { readyAt: timestamp('2021-05-24T11:00:00+08:00') }, 0)
  await sendAll(store, { ask: await askOver(server, here('inspector'), []), now: () => NOON })
  expect(await store.records.get(recordId)).toMatchObject({ pile: 'sent', isClockWrong: true })
})

test("another person's records wait for that person", async () => {
  const server = await fixture
  const store = emptyPhone()
  const recordId = await addReady(store, { personId: id('d1-assessor') }, 0)
  expect(await sendAll(store, { ask: await askOver(server, here('inspector'), []), now: () => NOON })).toMatchObject({
    sent: 0,
  })
  expect(await store.records.get(recordId)).toMatchObject({ pile: 'ready', attempts: 0 })
})

test('whose session is over sends nothing and loses nothing', async () => {
  const server = await fixture
  const store = emptyPhone()
  const recordId = await addReady(store, {}, 1)
  expect(await sendAll(store, { ask: await askOver(server, null, []), now: () => NOON })).toMatchObject({
    end: 'sign-in',
  })
  expect(await store.records.get(recordId)).toMatchObject({ pile: 'ready', held: null })
})

async function addReady(store: PhoneStore, change: Partial<InspectionRecord>, photos: number): Promise<FindingId> {
  const recordId = await addRecord(store, change)
  for (let count = 0; count < photos; count += 1)
    // What follows the end of a PNG is passed over by its readers: many pictures, and more than one piece.
    await addFile(store, recordId, new Blob([PICTURE, new Uint8Array(600_000).fill(count + 1), recordId]))
  return recordId
}

interface Told {
  readonly history: readonly { readonly type: string; readonly evidence: readonly { readonly digest: string }[] }[]
}

async function finding({ ask }: ServerFixture, findingId: FindingId): Promise<Told> {
  const read = await ask(here('assessor'), { method: 'GET', url: `/api/v1/assessments/a1/findings/${findingId}` })
  return read.json<Told>()
}

/** Asks by the contracts as the pages do, with each request's fate in turn; when they are used up all come through. */
async function askOver(server: ServerFixture, who: Who | null, fates: readonly Fate[]): Promise<Ask> {
  const session = who === null ? {} : await server.session(who)
  const left = [...fates]
  return async (operation, asked) => {
    const { method, accepts } = OPERATIONS[operation]
    const { body, key } = asked as { readonly body?: unknown; readonly key?: string }
    const fate = left.shift() ?? 'comes through'
    if (fate === 'is lost on the way') return { ok: false, problem: unreachable() }
    const payload = body instanceof Blob ? Buffer.from(await body.arrayBuffer()) : JSON.stringify(body)
    const said = await server.app.inject({
      method,
      url: addressOf(operation, asked),
      headers: {
        ...session,
        'idempotency-key': key ?? newId(),
        ...(body === undefined
          ? {}
          : { 'content-type': accepts === 'bytes' ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { payload }),
    })
    if (fate === 'is done, but the answer is lost') return { ok: false, problem: unreachable() }
    if (said.statusCode >= 400) return { ok: false, problem: said.json<Problem>() }
    return { ok: true, value: said.json(), seen: null }
  }
}
