import { expect } from 'vitest'
import { systemClock } from '../../src/adapters/clock/system-clock.ts'
import { ALONE } from '../../src/app/ports/tenant-store.ts'
import type { UploadId } from '../../src/app/ports/evidence-store.ts'
import { id, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import type { Timestamp } from '../../src/core/kernel/timestamp.ts'
import type { Configuration } from '../../src/main/configuration-keys.ts'
import { openStores } from '../../src/main/open-stores.ts'
import type { Round } from '../../src/main/rounds.ts'
import { serverPartsOf } from '../../src/main/server-parts-of.ts'
import { serverRounds } from '../../src/main/server-rounds.ts'
import type { Stores } from '../../src/main/stores.ts'
import { kept } from '../fixtures/acting-office.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { importJob } from './job-store.ts'

const by = id<PersonId>('p1')
export const NOW = systemClock.now()

/** An installation with districts in each of which something was begun and done at the time, and the rounds of its server. */
export async function openedRounds(
  configuration: Configuration,
  districts: number,
  at: Timestamp = NOW,
): Promise<{
  readonly stores: Stores
  readonly tenants: readonly TenantId[]
  readonly rounds: () => readonly Round[]
}> {
  const stores = kept(await openStores(configuration))
  const tenants = Array.from({ length: districts }, (_, n) => id<TenantId>(`d${n}`))
  for (const tenantId of tenants) {
    const name = `第 ${tenantId} 区`
    valueOf(await stores.people.addTenant({ ...ALONE, tenantId, name, digest: 'sha256', secondFactor: 'optional' }))
    valueOf(await stores.answers.claim({ tenantId, personId: by, key: 'key-0001' }, 'r', at, at, 'n1'))
    valueOf(await stores.jobs.begin(tenantId, importJob('j1'), 'n1'))
    valueOf(await stores.jobs.end(tenantId, 'j1', { at, state: 'interrupted' }))
    const entry = { personId: by, reason: null, subject: null, requestId: null, address: null }
    valueOf(await stores.accessLog.append({ ...entry, tenantId, at, action: 'sign-in', result: 'done' }))
    const declared = { by, name: '照片.jpg', bytes: 9, digest: null, begunAt: at }
    for (const uploads of [stores.evidence, stores.recordUploads])
      expect(await uploads.begin(tenantId, 'upload-1' as UploadId, declared)).toMatchObject({ ok: true })
  }
  const rounds = () => {
    const parts = serverPartsOf(configuration, stores, (error) => {
      throw error
    })
    return serverRounds(configuration, stores, parts)
  }
  return { stores, tenants, rounds }
}

/** How much each round asks where nothing is to be done, by its name. `counting` begins to count before the rounds are made. */
export async function askedInRounds(
  configuration: Configuration,
  districts: number,
  counting: (stores: Stores) => () => number,
): Promise<Readonly<Record<string, number>>> {
  const { stores, rounds } = await openedRounds(configuration, districts)
  const count = counting(stores)
  const asked: Record<string, number> = {}
  const failed: unknown[] = []
  for (const { name, run } of rounds()) {
    const before = count()
    const watch = { isEnding: () => false, tellFailed: (...told: unknown[]) => void failed.push(told) }
    expect(await run(watch)).toMatchObject({ ok: true })
    asked[name] = count() - before
  }
  expect(failed).toEqual([])
  await stores.close()
  return asked
}

export const FEW = 3
export const MANY = 30
