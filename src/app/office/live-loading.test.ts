import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { assessmentId, kept, openedOffice, people, type TestOffice } from '../../../test/fixtures/acting-office.ts'
import { nodeDigester } from '../../adapters/digests/node-digester.ts'
import { UNWATCHED } from '../districts/in-districts.ts'
import { warmUp } from '../reading/warm-up.ts'
import { liveAssessments } from './live-assessments.ts'

const { tenantId } = people.leader

/** The same ledgers, as a server that has just started finds them. */
function freshLive({ ledgers, rubrics }: TestOffice) {
  return liveAssessments({ ledgers, rubrics, digester: nodeDigester })
}

test('while a ledger is loaded it is told how far it is, and afterwards nothing', async () => {
  const live = freshLive(await openedOffice())
  expect(live.loading()).toBe(null)
  const looking = live.look(tenantId, assessmentId)
  while (live.loading() === null) await setImmediate()
  const { head } = kept(await looking)
  expect(live.loading()).toBe(null)
  const again = freshLive(await openedOffice())
  const seen = again.look(tenantId, assessmentId)
  while (again.loading() === null) await setImmediate()
  expect(again.loading()?.of).toBe(head.seq)
  await seen
})

test('a glance reads a ledger and lets it go again, and several count together until the last is read', async () => {
  const office = await openedOffice()
  const live = freshLive(office)
  const { head } = kept(await office.live.look(tenantId, assessmentId))
  const glances = [1, 2].map(() => live.glance(tenantId, assessmentId))
  while (live.loading()?.of !== 2 * head.seq) await setImmediate()
  let read = 0
  while (live.loading() !== null) {
    const now = live.loading()
    expect(now).toMatchObject({ of: 2 * head.seq })
    expect(now?.read).toBeGreaterThanOrEqual(read)
    read = now?.read ?? read
    await setImmediate()
  }
  for (const glance of glances) expect(kept(await glance).head).toEqual(head)
  expect(live.counts().held).toBe(0)
})

test('an office that stops reads no ledger any further', async () => {
  const live = freshLive(await openedOffice())
  live.stop()
  expect(await live.look(tenantId, assessmentId)).toMatchObject({ ok: false, refusal: { code: 'office-stopping' } })
})

test('a warmed office has its assessments at hand and their centers scored; one that ends begins no other', async () => {
  const office = await openedOffice()
  const live = freshLive(office)
  expect(kept(await warmUp({ ...office, live }, { ...UNWATCHED, isEnding: () => true }))).toBe(0)
  expect(live.counts().held).toBe(0)
  expect(kept(await warmUp({ ...office, live }))).toBe(1)
  expect(live.counts().held).toBe(1)
})
