import { expect, test } from 'vitest'
import { district, kept, openedOffice, xiayang, yingpu, type TestOffice } from '../../../test/fixtures/acting-office.ts'
import { notified } from '../../../test/fixtures/acting-plays.ts'
import { somePerson } from '../../../test/fixtures/some-person.ts'
import { id, type PersonId, type TenantId } from '../../core/kernel/identifiers.ts'
import type { Outbox } from '../ports/outbox.ts'
import { storeFault } from '../ports/store-fault.ts'
import type { Mail } from '../ports/mailer.ts'
import type { Sending } from '../ports/sending.ts'
import type { WebhookCall } from '../ports/webhook-sender.ts'
import type { Courier } from './courier.ts'
import { deliver, deliverDue } from './deliver.ts'

const hook = 'https://hooks.example.gov.cn/kaohe'

/** An outside world that answers as told and keeps what it took. */
function outside(answers: readonly Sending[] = []) {
  const mails: Mail[] = []
  const calls: WebhookCall[] = []
  const next = () => answers[mails.length + calls.length - 1] ?? ({ ok: true } as const)
  const courier: Courier = {
    mailer: { send: async (mail) => (mails.push(mail), next()) },
    webhooks: { send: async (call) => (calls.push(call), next()) },
    hooks: () => [],
    publicUrl: 'https://kaohe.example.gov.cn/',
  }
  return { mails, calls, courier }
}

async function staffed(): Promise<TestOffice> {
  const office = await openedOffice()
  const rows = [
    ['staff-1', ['center'], xiayang, 'Staff@example.cn'],
    ['staff-1b', ['center'], xiayang, 'staff@EXAMPLE.cn'],
    ['staff-2', ['center'], yingpu, 'other@example.cn'],
    ['own-inspector', ['inspector'], xiayang, 'inspector@example.cn'],
    ['assessor-1', ['assessor'], null, 'assessor@example.cn'],
    ['assessor-2', ['assessor'], null, null],
  ] as const
  for (const [username, roles, centerId, email] of rows) {
    const person = {
      tenantId: district,
      personId: id<PersonId>(username),
      username,
      roles,
      centerId,
      email,
    }
    await office.people.addPerson(somePerson(person))
  }
  await office.people.addPerson(
    somePerson({
      tenantId: district,
      personId: id('gone'),
      username: 'gone',
      roles: ['assessor'],
      email: 'gone@example.cn',
      state: 'disabled',
    }),
  )
  kept(await notified(office))
  return office
}

const failed = (isFinal: boolean): Sending => ({ ok: false, error: 'smtp 451', isFinal })

test('each address that is meant gets one mail, and no second one in a later round', async () => {
  const office = await staffed()
  const { mails, courier } = outside()
  expect(kept(await deliver(office, courier, district))).toEqual({ sent: 2, failed: 0 })
  expect(mails.map(({ to }) => to.toLowerCase()).sort()).toEqual(['assessor@example.cn', 'staff@example.cn'])
  expect(mails.find(({ to }) => to.startsWith('S') || to.startsWith('staff'))).toMatchObject({
    subject: '【考核】夏阳街道 1.1.1 款第5号的问题已经登记，请在 2021-05-31 以前答复',
    text: expect.stringContaining('https://kaohe.example.gov.cn/assessments/a2021/findings/f1') as string,
  })
  office.clock.pass(86_400)
  expect(kept(await deliver(office, courier, district))).toEqual({ sent: 0, failed: 0 })
})

test('every webhook hears of every message, in words that name no person', async () => {
  const office = await staffed()
  const { calls, courier } = outside()
  kept(await deliver(office, { ...courier, mailer: null, hooks: () => [hook, hook] }, district))
  expect(calls.map(({ url }) => url)).toEqual([hook, hook])
  expect(new Set(calls.map(({ eventId }) => eventId)).size).toBe(2)
  expect(calls.map(({ body }) => (JSON.parse(body) as { subject: string }).subject).sort()).toEqual([
    'finding-notified',
    'finding-reported',
  ])
})

test('what fails is tried again after growing delays under the same id, and given up after ten attempts', async () => {
  const office = await staffed()
  const { mails, courier } = outside(Array.from({ length: 100 }, () => failed(false)))
  const delays = [0, 60, 300, 1_800, 7_200, 43_200, 43_200, 43_200, 43_200, 43_200]
  for (const [at, delay] of delays.entries()) {
    if (delay > 0) {
      office.clock.pass(delay - 1)
      expect(kept(await deliver(office, courier, district))).toEqual({ sent: 0, failed: 0 })
    }
    office.clock.pass(1)
    expect(kept(await deliver(office, courier, district)).failed).toBe(2)
    expect(mails.length).toBe(2 * (at + 1))
  }
  expect(new Set(mails.map(({ mailId }) => mailId)).size).toBe(2)
  office.clock.pass(864_000)
  expect(kept(await deliver(office, courier, district)).failed).toBe(0)
  expect(kept(await office.outbox.counts(district))).toMatchObject({ 'given-up': 2 })
})

test('an address that does not exist is given up at once', async () => {
  const office = await staffed()
  const { courier } = outside([failed(true)])
  expect(kept(await deliver(office, courier, district))).toEqual({ sent: 1, failed: 1 })
  expect(kept(await office.outbox.counts(district))).toMatchObject({ sent: 1, 'given-up': 1 })
})

test('two workers at once send each mail once', async () => {
  const office = await staffed()
  const { mails, courier } = outside()
  await Promise.all([deliver(office, courier, district), deliver(office, courier, district)])
  expect(mails.length).toBe(2)
})

test('a worker killed between sending and noting sends once more, under the same id, and then never again', async () => {
  const office = await staffed()
  const { mails, courier } = outside()
  const killed = { ...office, outbox: { ...office.outbox, settle: () => Promise.reject(new Error('killed')) } }
  await expect(deliver(killed, courier, district)).rejects.toThrow('killed')
  expect(mails.length).toBe(2)
  expect(kept(await deliver(office, courier, district))).toEqual({ sent: 0, failed: 0 })
  office.clock.pass(601)
  expect(kept(await deliver(office, courier, district))).toEqual({ sent: 2, failed: 0 })
  expect(new Set(mails.map(({ mailId }) => mailId)).size).toBe(2)
  office.clock.pass(86_400)
  kept(await deliver(office, courier, district))
  expect(mails.length).toBe(4)
})

test('where nothing is set up, messages are told in the program only, and not sent when it is set up later', async () => {
  const office = await staffed()
  const { mails, courier } = outside()
  kept(await deliver(office, { ...courier, mailer: null, webhooks: null }, district))
  kept(await deliver(office, courier, district))
  expect(mails).toEqual([])
})

test('a round sends in each district that has something, asks no other, and goes on past one that is damaged', async () => {
  const office = await staffed()
  const asked: TenantId[] = []
  const [other, damaged] = [id<TenantId>('other'), id<TenantId>('a-damaged')]
  for (const tenantId of [other, damaged]) {
    const [message] = kept(await office.outbox.unplanned(district, 1))
    kept(await office.outbox.lay(tenantId, message ? [message] : []))
  }
  const unplanned: Outbox['unplanned'] = async (tenantId, limit) => {
    asked.push(tenantId)
    return tenantId === damaged
      ? storeFault('store-corrupted', 'a file', 'one message')
      : office.outbox.unplanned(tenantId, limit)
  }
  const { mails, courier } = outside()
  const round = () => deliverDue({ ...office, outbox: { ...office.outbox, unplanned } }, courier)
  expect(await round()).toMatchObject({ ok: false, refusal: { code: 'store-corrupted' } })
  expect(asked).toEqual([damaged, district, other].toSorted())
  expect(mails.length).toBe(2)
  asked.length = 0
  await round()
  expect(asked).toEqual([damaged])
})
