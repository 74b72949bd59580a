import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { assessmentId, kept, openedOffice, people, type TestOffice } from '../../../test/fixtures/acting-office.ts'
import { nodeDigester } from '../../adapters/digests/node-digester.ts'
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

test('an office that stops reads no ledger any further', async () => {
  const live = freshLive(await openedOffice())
  live.stop()
  expect(await live.look(tenantId, assessmentId)).toMatchObject({ ok: false, refusal: { code: 'office-stopping' } })
})

test('a warmed office has its assessments at hand and their centers scored; one that ends begins no other', async () => {
  const office = await openedOffice()
  const live = freshLive(office)
  expect(kept(await warmUp({ ...office, live }, tenantId, () => true))).toBe(0)
  expect(live.counts().held).toBe(0)
  expect(kept(await warmUp({ ...office, live }, tenantId, () => false))).toBe(1)
  expect(live.counts().held).toBe(1)
})
