import { beforeEach, describe, expect, test } from 'vitest'
import type { Job, JobStore } from '../../src/app/ports/job-store.ts'
import { id, type AssessmentId, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { valueOf } from '../fixtures/people-house.ts'

const d1 = id<TenantId>('d1')
const a1 = id<AssessmentId>('a1')
const NOON = timestamp('2021-03-01T12:00:00+08:00')
const LATER = timestamp('2021-03-01T12:05:00+08:00')
const IMPORTS = { kind: 'import', assessmentId: null } as const

export const importJob = (jobId: string): Job => ({
  jobId,
  by: id<PersonId>('p1'),
  at: NOON,
  about: {
    kind: 'import',
    fileId: 'file-0001' as never,
    fileName: '办件 3月.csv',
    profileId: '中台',
    dataSet: 'service_cases',
    source: 'hub',
  },
})
const runJob = (jobId: string, assessmentId = a1): Job => ({
  ...importJob(jobId),
  about: { kind: 'detection-run', assessmentId, detections: ['空岗'], asOf: plainDate('2021-03-01') },
})

/** What every store of jobs does; `make` gives an empty one. */
export function jobStoreConformance(name: string, make: () => JobStore | Promise<JobStore>): void {
  describe(`jobs in ${name}`, () => {
    let store: JobStore
    beforeEach(async () => {
      store = await make()
    })
    const ids = async (wanted: Parameters<JobStore['jobs']>[1] = IMPORTS, before: number | null = null, limit = 10) =>
      valueOf(await store.jobs(d1, wanted, before, limit)).map(({ jobId }) => jobId)
    const begin = async (...jobs: Job[]) => {
      for (const job of jobs) valueOf(await store.begin(d1, job, 'n1'))
    }

    test('are found as they were begun, and once ended as they ended', async () => {
      const job = importJob('j1')
      await begin(job)
      const kept = { ...job, place: 1, nodeId: 'n1', takenAt: null, pace: null }
      expect(valueOf(await store.job(d1, 'j1'))).toEqual({ ...kept, end: null })
      const end = { at: LATER, state: 'refused', code: 'file-empty', message: '空的' } as const
      valueOf(await store.end(d1, 'j1', end))
      valueOf(await store.end(d1, 'j1', { at: LATER, state: 'interrupted' }))
      expect(valueOf(await store.job(d1, 'j1'))).toEqual({ ...kept, end })
    })

    test('an id is used once', async () => {
      await begin(importJob('j1'))
      await expect(store.begin(d1, importJob('j1'), 'n2')).rejects.toThrow()
    })

    test('are listed by kind and assessment, the newest first, page by page', async () => {
      await begin(importJob('j1'), runJob('r1'), importJob('j2'), importJob('j3'), runJob('r2', id('a2')))
      expect(await ids()).toEqual(['j3', 'j2', 'j1'])
      expect(await ids(IMPORTS, null, 2)).toEqual(['j3', 'j2'])
      expect(await ids(IMPORTS, 3)).toEqual(['j1'])
      expect(await ids({ kind: 'detection-run', assessmentId: a1 })).toEqual(['r1'])
    })

    test('of another district are not seen', async () => {
      await begin(importJob('j1'))
      const other = id<TenantId>('d2')
      valueOf(await store.end(other, 'j1', { at: LATER, state: 'cancelled' }))
      expect(valueOf(await store.job(other, 'j1'))).toBeNull()
      expect(valueOf(await store.jobs(other, IMPORTS, null, 10))).toEqual([])
      expect(valueOf(await store.unfinished(other))).toEqual([])
      expect(valueOf(await store.job(d1, 'j1'))).toMatchObject({ end: null })
    })

    test('that have not ended are known, and those that ended long ago forgotten', async () => {
      await begin(importJob('j1'), importJob('j2'), importJob('j3'))
      valueOf(await store.end(d1, 'j1', { at: NOON, state: 'interrupted' }))
      valueOf(await store.end(d1, 'j2', { at: LATER, state: 'cancelled' }))
      expect(valueOf(await store.unfinished(d1)).map(({ jobId }) => jobId)).toEqual(['j3'])
      expect(valueOf(await store.unfinishedTenants())).toEqual([d1])
      const d2 = id<TenantId>('d2')
      valueOf(await store.begin(d2, importJob('j1'), 'n1'))
      expect(valueOf(await store.unfinishedTenants())).toEqual([d1, d2])
      valueOf(await store.end(d2, 'j1', { at: NOON, state: 'interrupted' }))
      expect(valueOf(await store.unfinishedTenants())).toEqual([d1])
      expect(valueOf(await store.sweep(LATER))).toBe(2)
      expect(await ids()).toEqual(['j3', 'j2'])
    })

    const stateOf = async (jobId: string) => valueOf(await store.job(d1, jobId))?.end?.state ?? null

    test('are taken once, in the order of their district', async () => {
      await begin(importJob('j1'), importJob('j2'))
      expect(valueOf(await store.begin(id('d2'), importJob('j1'), 'n2'))).toBe(1)
      expect(valueOf(await store.take(d1, 'j2', LATER))).toBe('behind')
      expect(valueOf(await store.take(d1, 'j1', LATER))).toBe('taken')
      expect(valueOf(await store.take(d1, 'j1', LATER))).toBe('behind')
      expect(valueOf(await store.take(d1, 'j2', LATER))).toBe('behind')
      expect(valueOf(await store.take(id('d2'), 'j1', LATER))).toBe('taken')
      valueOf(await store.end(d1, 'j1', { at: LATER, state: 'interrupted' }))
      expect(valueOf(await store.take(d1, 'j2', LATER))).toBe('taken')
      expect(valueOf(await store.take(d1, 'j1', LATER))).toBe('ended')
      expect(valueOf(await store.take(d1, 'unknown', LATER))).toBe('ended')
      expect(valueOf(await store.job(d1, 'j2'))).toMatchObject({ takenAt: LATER })
    })

    test('of many that take at once, the first of the district is given one', async () => {
      await begin(importJob('j1'), importJob('j2'))
      const taken = await Promise.all(['j1', 'j2', 'j1', 'j2'].map((jobId) => store.take(d1, jobId, LATER)))
      expect(taken.map(valueOf).filter((one) => one === 'taken')).toEqual(['taken'])
    })

    test('that are begun at once on several nodes have places of their own', async () => {
      const places = await Promise.all(
        ['j1', 'j2', 'j3', 'j4'].map(async (jobId, at) => valueOf(await store.begin(d1, importJob(jobId), `n${at}`))),
      )
      expect(places.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4])
    })

    test('tell how far they are, and hear that somebody cancelled', async () => {
      const pace = { step: 'checking', done: 5, total: 10, unit: 'rows', perSecond: 5, remainingSeconds: 1 } as const
      await begin(importJob('j1'), importJob('j2'))
      valueOf(await store.take(d1, 'j1', NOON))
      expect(valueOf(await store.note(d1, 'j1', pace))).toBe('go-on')
      expect(valueOf(await store.job(d1, 'j1'))).toMatchObject({ pace })
      expect(valueOf(await store.cancel(d1, 'j2', LATER))).toBe('cancelled')
      expect(valueOf(await store.cancel(d1, 'j1', LATER))).toBe('asked')
      expect([await stateOf('j1'), await stateOf('j2')]).toEqual([null, 'cancelled'])
      expect(valueOf(await store.note(d1, 'j1', pace))).toBe('cancel')
      valueOf(await store.end(d1, 'j1', { at: LATER, state: 'cancelled' }))
      expect(valueOf(await store.note(d1, 'j1', pace))).toBe('ended')
      expect(valueOf(await store.cancel(d1, 'j1', LATER))).toBe('ended')
    })

    test('what another node presumed gives way to what the node itself tells, and to nothing else', async () => {
      const [interrupted, faulty] = [
        { at: NOON, state: 'interrupted' },
        { at: LATER, state: 'faulty', rows: 1, faulty: 1 },
      ] as const
      await begin(importJob('j1'), importJob('j2'))
      expect(valueOf(await store.presume(d1, 'j1', interrupted))).toBe(true)
      expect(valueOf(await store.presume(d1, 'j1', faulty))).toBe(false)
      expect(valueOf(await store.take(d1, 'j1', LATER))).toBe('ended')
      expect(await stateOf('j1')).toBe('interrupted')
      valueOf(await store.end(d1, 'j1', faulty))
      valueOf(await store.end(d1, 'j1', { at: LATER, state: 'cancelled' }))
      valueOf(await store.end(d1, 'j2', faulty))
      expect(valueOf(await store.presume(d1, 'j2', interrupted))).toBe(false)
      expect([await stateOf('j1'), await stateOf('j2')]).toEqual(['faulty', 'faulty'])
    })
  })
}
