import { beforeEach, describe, expect, test } from 'vitest'
import type { PlanKey, SamplingSecrets } from '../../src/app/ports/sampling-secrets.ts'
import { id } from '../../src/core/kernel/identifiers.ts'
import { valueOf } from '../fixtures/people-house.ts'

const KEY: PlanKey = { tenantId: id('d1'), assessmentId: id('a1'), planId: id('s1') }
const SECRET = { seed: 'seed', salt: 'salt' }

/** What every store of seeds does; `make` gives an empty one. */
export function samplingSecretsConformance(name: string, make: () => SamplingSecrets | Promise<SamplingSecrets>): void {
  describe(`seeds in ${name}`, () => {
    let store: SamplingSecrets
    beforeEach(async () => {
      store = await make()
    })

    test('a seed that was kept is found, and none where none was', async () => {
      expect(valueOf(await store.secret(KEY))).toBeNull()
      expect(valueOf(await store.keep(KEY, SECRET))).toEqual(SECRET)
      expect(valueOf(await store.secret(KEY))).toEqual(SECRET)
    })

    test('a plan never gets a second seed', async () => {
      valueOf(await store.keep(KEY, SECRET))
      expect(valueOf(await store.keep(KEY, { seed: 'other', salt: 'other' }))).toEqual(SECRET)
      expect(valueOf(await store.secret(KEY))).toEqual(SECRET)
    })

    test('of many that keep at once one is kept, and all are told which', async () => {
      const told = await Promise.all(
        Array.from({ length: 8 }, async (_, place) =>
          valueOf(await store.keep(KEY, { seed: `seed-${place}`, salt: 'salt' })),
        ),
      )
      expect(new Set(told.map(({ seed }) => seed)).size).toBe(1)
    })

    test.each<[what: string, other: Partial<PlanKey>]>([
      ['district', { tenantId: id('d2') }],
      ['assessment', { assessmentId: id('a2') }],
      ['plan', { planId: id('s2') }],
    ])('another %s has its own', async (_what, other) => {
      valueOf(await store.keep(KEY, SECRET))
      expect(valueOf(await store.secret({ ...KEY, ...other }))).toBeNull()
      expect(valueOf(await store.keep({ ...KEY, ...other }, { seed: 'own', salt: 'own' }))).toMatchObject({
        seed: 'own',
      })
    })
  })
}
