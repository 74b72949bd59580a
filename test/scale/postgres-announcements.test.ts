import { afterAll, expect, test } from 'vitest'
import { openPostgresAnnouncements } from '../../src/adapters/announcements/postgres-announcements.ts'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { openPostgresLedger } from '../../src/adapters/ledger/open-postgres-ledger.ts'
import { acceptFinding } from '../../src/app/acting/accept-finding.ts'
import { notifyFinding } from '../../src/app/acting/notify-finding.ts'
import { openAssessment } from '../../src/app/acting/open-assessment.ts'
import { reportFinding } from '../../src/app/acting/report-finding.ts'
import { substantiateFinding } from '../../src/app/acting/substantiate-finding.ts'
import { shareChanges } from '../../src/app/office/share-changes.ts'
import type { LedgerPlace } from '../../src/app/ports/announcements.ts'
import { followScores } from '../../src/server/follow-scores.ts'
import {
  asks,
  assessmentId,
  district,
  kept,
  officeOver,
  opening,
  people,
  smallAdopted,
  testOffice,
  xiayang,
} from '../fixtures/acting-office.ts'
import { alleged, decided, f1 } from '../fixtures/acting-story.ts'
import { id } from '../../src/core/kernel/identifiers.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newSchema, open } = openedPostgres()
const ending: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ending) await end()
})

type Moved = readonly LedgerPlace[] | null

/** A node that listens, and what it has heard since it first did. */
async function listening(schema: string) {
  const postgres = await open(schema)
  const announcements = await openPostgresAnnouncements(postgres, { gatherMs: 20, retryMs: 20 })
  ending.push(announcements.close)
  const heard: Moved[] = []
  const waiting: { readonly is: (moved: Moved) => boolean; readonly tell: () => void }[] = []
  announcements.listen((moved) => {
    heard.push(moved)
    for (const { is, tell } of waiting) if (is(moved)) tell()
  })
  const hears = async (is: (moved: Moved) => boolean) => new Promise<void>((tell) => void waiting.push({ is, tell }))
  return { postgres, announcements, heard, hears }
}

const placeOf = (name: string): LedgerPlace => ({ tenantId: district, assessmentId: id(name) })
const has = (name: string) => (moved: Moved) => moved?.some((one) => one.assessmentId === name) === true

test('what is announced at one node is heard at every other, gathered, and not at itself', async () => {
  const schema = newSchema()
  const [one, other, third] = await Promise.all([listening(schema), listening(schema), listening(schema)])
  const all = Array.from({ length: 1_000 }, (_, at) => placeOf(`a${at}`))
  const heard = Promise.all([other.hears(has('a999')), third.hears(has('a999'))])
  for (const place of [...all, ...all]) one.announcements.announce(place)
  await heard
  expect(other.heard.flatMap((moved) => moved ?? [])).toEqual(all)
  expect(other.heard.length).toBeLessThan(10)
  expect(third.heard).toEqual(other.heard)
  const back = one.hears(has('back'))
  other.announcements.announce(placeOf('back'))
  await back
  expect(one.heard).toEqual([[placeOf('back')]])
})

test('another schema of the same database hears nothing', async () => {
  const [schema, elsewhere] = [newSchema(), newSchema()]
  const [one, other, stranger] = await Promise.all([listening(schema), listening(schema), listening(elsewhere)])
  const heard = [other.hears(has('a1')), stranger.hears(has('own'))]
  one.announcements.announce(placeOf('a1'))
  await heard[0]
  const second = await listening(elsewhere)
  second.announcements.announce(placeOf('own'))
  await heard[1]
  expect(stranger.heard).toEqual([[placeOf('own')]])
})

test('a listener whose connection is cut listens again, and is told that anything may have moved', async () => {
  const schema = newSchema()
  const [one, other] = await Promise.all([listening(schema), listening(schema)])
  const again = other.hears((moved) => moved === null)
  const { rows } = await one.postgres.pool.query<{ pid: number }>(
    `SELECT pg_terminate_backend(pid) AS pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' || $1`,
    [schema],
  )
  expect(rows).toHaveLength(2)
  await again
  const heard = other.hears(has('a1'))
  one.announcements.announce(placeOf('a1'))
  await heard
})

test('who follows scores at one node sees what is decided at another', async () => {
  const schema = newSchema()
  const houses = await Promise.all([listening(schema), listening(schema)])
  const { people: everybody } = await testOffice()
  const offices = await Promise.all(
    houses.map(async ({ postgres, announcements }) => {
      const ledger = kept(await openPostgresLedger(postgres, nodeDigester))
      const office = officeOver({ ...ledger, close: () => undefined }, everybody)
      shareChanges(office.live, announcements, (error) => {
        throw error
      })
      return office
    }),
  )
  const [here, there] = offices
  if (!here || !there) throw new Error('two offices')
  await here.rubrics.keep(district, smallAdopted)
  kept(await openAssessment(here, asks(people.assessor), opening))
  const live = kept(await there.live.look(district, assessmentId))
  const following = followScores(there, live, { centers: [xiayang], after: 0, mayGoOn: async () => true })
  if (following.kind !== 'live') throw new Error('not live')
  const scores: number[] = []
  let leave = (): void => undefined
  const lower = new Promise<void>((resolve) => {
    leave = following.begin(
      ({ body }) => {
        const { score } = body as { readonly score: number }
        scores.push(score)
        if (score < (scores[0] ?? score)) resolve()
        return true
      },
      () => undefined,
    )
  })
  kept(await reportFinding(here, asks(people.inspector), alleged()))
  kept(await notifyFinding(here, asks(people.assessor), { findingId: f1 }))
  kept(await acceptFinding(here, asks(people.staff), { findingId: f1, statement: '情况属实' }))
  kept(await substantiateFinding(here, asks(people.assessor), decided()))
  await lower
  leave()
  expect(scores.length).toBeGreaterThan(1)
})
