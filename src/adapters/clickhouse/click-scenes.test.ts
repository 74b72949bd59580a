import { expect, onTestFinished, test, vi } from 'vitest'
import { askedFor } from '../../../test/fixtures/kept-records.ts'
import { id } from '../../core/kernel/identifiers.ts'
import type { ClickDoor } from './click-door.ts'
import { clickScenes } from './click-scenes.ts'
import type { ClickScene } from './click-views.ts'

const HOUR_MS = 3_600_000

async function never(): Promise<never> {
  throw new Error('not for this')
}

test('a scene is made once an hour, and those of past hours are not remembered for as long as a node runs', async () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const made: string[] = []
  const replica: ClickDoor = {
    place: 'a:1',
    ask: async () => ({ ok: true, value: { columns: [], types: [], rows: [] } }),
    command: async (sql) => {
      made.push(sql)
      return { ok: true, value: null }
    },
    upFor: never,
    download: never,
    insert: never,
    upload: never,
    close: async () => undefined,
  }
  const asked = askedFor('SELECT center_id FROM centers', [], { centers: [id('a')] })
  const scene: ClickScene = { tenantId: id('east'), batches: [], asked, database: 'records', shards: 1 }
  const scenes = clickScenes('records')
  const counts: number[] = []
  for (const hour of [1, 1, 2, 1, 3, 1]) {
    vi.setSystemTime(hour * HOUR_MS)
    await scenes.ready(scene, { replica, shard: 0, upFor: 1_000 }, new Set(['centers']), new AbortController().signal)
    counts.push(made.splice(0).length)
  }
  // A database and a view each; the first hour is known in the second, and no longer in the third.
  expect(counts).toEqual([2, 0, 2, 0, 2, 2])
})
