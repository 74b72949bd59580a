import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { UploadId } from '../../src/app/ports/evidence-store.ts'
import { plusSeconds } from '../../src/core/kernel/elapsed.ts'
import { readConfiguration } from '../../src/main/configuration.ts'
import type { Stores } from '../../src/main/stores.ts'
import { askedInRounds, FEW, MANY, NOW, openedRounds } from '../conformance/rounds.ts'

const DAY = 86_400

const ASKED = {
  'warm-up': 1,
  remind: 2,
  deliver: 1,
  'catch-up': 0,
  'sweep-people': 2,
  'sweep-answers': 1,
  'sweep-jobs': 1,
  'sweep-uploads': 2,
  'sweep-record-files': 2,
  'sweep-records': 2,
  'sweep-removed': 1,
}

const root = mkdtempSync(join(tmpdir(), 'mingheng-rounds-'))
afterAll(() => rmSync(root, { recursive: true }))

function configured(name: string) {
  mkdirSync(join(root, name))
  const read = readConfiguration({ MINGHENG_DATA: join(root, name) }, () => null)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

/** Counts what the stores are asked from now on: each asks its file, or its folder, the same for one call as for another. */
function countedCalls(stores: Stores): () => number {
  let asked = 0
  const { ledger, people, accessLog, answers, jobs, evidence, recordUploads, records } = stores
  const ports: readonly object[] = [people, accessLog, answers, jobs, evidence, recordUploads, records.records]
  for (const port of [...ports, ...Object.values(ledger)])
    for (const [name, call] of Object.entries(port) as [string, unknown][]) {
      if (typeof call !== 'function') continue
      const counted = (...values: unknown[]): unknown => {
        asked += 1
        return (call as (...values: unknown[]) => unknown)(...values)
      }
      Object.assign(port, { [name]: counted })
    }
  return () => asked
}

test('where nothing is to be done, a round asks as much of thirty districts as of three', async () => {
  const few = await askedInRounds(configured('few'), FEW, countedCalls)
  expect(await askedInRounds(configured('many'), MANY, countedCalls)).toEqual(few)
  expect(few).toEqual(ASKED)
})

test('a district whose folder is damaged is named, and the others are swept', async () => {
  const configuration = configured('damaged')
  const { stores, tenants, rounds } = await openedRounds(configuration, FEW, plusSeconds(NOW, -9 * DAY))
  const [first = '', ...others] = tenants
  const place = join(configuration.dataFolder, 'evidence', first)
  rmSync(place, { recursive: true })
  writeFileSync(place, 'no folder')
  const round = rounds().find(({ name }) => name === 'sweep-uploads')
  const failed: unknown[] = []
  const watch = { isEnding: () => false, tellFailed: (...told: unknown[]) => void failed.push(told) }
  expect(await round?.run(watch)).toMatchObject({ refusal: { code: 'store-read-only' } })
  expect(failed).toEqual([[first, 'store-read-only']])
  for (const tenantId of others)
    expect(await stores.evidence.status(tenantId, 'upload-1' as UploadId)).toMatchObject({
      refusal: { code: 'upload-unknown' },
    })
  await stores.close()
})
