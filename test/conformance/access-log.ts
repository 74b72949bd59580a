import { beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import type { AccessEntry, AccessFilter, AccessLog } from '../../src/app/ports/access-log.ts'
import type { Clock } from '../../src/app/ports/clock.ts'
import { plusSeconds } from '../../src/core/kernel/elapsed.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'

const HERE = id<TenantId>('d1')
const THERE = id<TenantId>('d2')
const NOON = timestamp('2021-03-01T12:00:00+08:00')
const DAY = 86_400
const ANY: AccessFilter = { personId: null, action: null, result: null, from: null, to: null }

const entry: AccessEntry = {
  tenantId: HERE,
  at: NOON,
  personId: id('p1'),
  action: 'sign-in',
  result: 'done',
  reason: null,
  subject: null,
  requestId: 'r1',
  address: '127.0.0.1',
}

const entries: readonly AccessEntry[] = [
  entry,
  { ...entry, at: plusSeconds(NOON, 60), result: 'failed', reason: 'sign-in-failed', personId: null },
  { ...entry, at: plusSeconds(NOON, 120), action: 'evidence.unmask', subject: 'f1' },
  { ...entry, at: plusSeconds(NOON, 180), action: 'bundle.export', personId: id('p2'), requestId: null, address: null },
]

/** What every access log does; `make` gives an empty one that goes by the clock. */
export function accessLogConformance(name: string, make: (clock: Clock) => AccessLog | Promise<AccessLog>): void {
  describe(`access log in ${name}`, () => {
    const clock = setClock(NOON)
    let log: AccessLog
    const read = async (filter: Partial<AccessFilter>, before: number | null = null, limit = 10, tenantId = HERE) => {
      const page = await log.read(tenantId, { ...ANY, ...filter }, before, limit)
      if (!page.ok) throw new Error(page.refusal.message)
      return page.value
    }
    beforeEach(async () => {
      clock.set(NOON)
      log = await make(clock)
      for (const one of entries) await log.append(one)
    })

    test('entries come back as written, the latest first', async () => {
      expect(await read({})).toEqual([4, 3, 2, 1].map((place) => ({ ...entries[place - 1], place })))
      expect(await read({}, null, 10, THERE)).toEqual([])
    })

    test.each<[string, Partial<AccessFilter>, readonly number[]]>([
      ['a person', { personId: id('p1') }, [3, 1]],
      ['an action', { action: 'sign-in' }, [2, 1]],
      ['a result', { result: 'failed' }, [2]],
      ['from a time on', { from: plusSeconds(NOON, 120) }, [4, 3]],
      ['up to a time', { to: plusSeconds(NOON, 60) }, [2, 1]],
      ['several at once', { personId: id('p1'), action: 'sign-in', result: 'done' }, [1]],
      ['nothing of the kind', { action: 'none' }, []],
    ])('filtered by %s', async (_title, filter, places) => {
      expect((await read(filter)).map((found) => found.place)).toEqual(places)
    })

    test('pages meet without a gap while others write', async () => {
      const first = await read({}, null, 2)
      await log.append({ ...entry, at: plusSeconds(NOON, 240) })
      const second = await read({}, first.at(-1)?.place ?? null, 2)
      expect([...first, ...second].map((found) => found.place)).toEqual([4, 3, 2, 1])
    })

    test('what is younger than 190 days stays', async () => {
      clock.pass(190 * DAY)
      expect(await log.prune(HERE, plusSeconds(NOON, 1))).toMatchObject({ refusal: { code: 'access-log-too-young' } })
      expect(await log.prune(HERE, NOON)).toEqual({ ok: true, value: 0 })
      expect(await read({})).toHaveLength(4)
    })

    test('what is older goes when it is asked for, of one district only', async () => {
      await log.append({ ...entry, tenantId: THERE })
      clock.pass(191 * DAY)
      expect(await log.dueTenants(NOON)).toEqual({ ok: true, value: [] })
      expect(await log.dueTenants(plusSeconds(NOON, 90))).toEqual({ ok: true, value: [HERE, THERE] })
      expect(await log.prune(HERE, plusSeconds(NOON, 90))).toEqual({ ok: true, value: 2 })
      expect((await read({})).map((found) => found.place)).toEqual([4, 3])
      expect(await log.dueTenants(plusSeconds(NOON, 90))).toEqual({ ok: true, value: [THERE] })
      expect(await read({}, null, 10, THERE)).toHaveLength(1)
      await log.append(entry)
      expect((await read({})).map((found) => found.place)).toEqual([5, 4, 3])
    })
  })
}
