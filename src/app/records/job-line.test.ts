import { expect, test } from 'vitest'
import { memoryJobs } from '../../adapters/jobs/memory-jobs.ts'
import { setClock } from '../../adapters/clock/set-clock.ts'
import { importJob } from '../../../test/conformance/job-store.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { JobResult } from '../ports/job-store.ts'
import { storeFault } from '../ports/store-fault.ts'
import { jobLine, type JobWatch } from './job-line.ts'
import { filesInUse, standings } from './open-jobs.ts'

const d1 = id<TenantId>('d1')
const d2 = id<TenantId>('d2')
const DONE: JobResult = { state: 'faulty', rows: 1, faulty: 1 }

/** A line whose jobs go on when they are told to, in the order in which they were begun. */
function world(store = memoryJobs(), nodeId = 'n1') {
  const bugs: unknown[] = []
  const clock = setClock(timestamp('2021-03-01T12:00:00+08:00'))
  const line = jobLine({ store, nodeId, clock, tellBug: (error) => bugs.push(error), everyMs: 1 })
  const begun: string[] = []
  const finish = new Map<string, (result: JobResult) => void>()
  const watches = new Map<string, JobWatch>()
  const waits = new Map<string, () => void>()
  const start = async (jobId: string, tenantId = d1) =>
    line.start(tenantId, importJob(jobId), async (watch) => {
      begun.push(jobId)
      watches.set(jobId, watch)
      watch.signal.addEventListener('abort', () => finish.get(jobId)?.({ state: 'cancelled' }))
      const result = new Promise<JobResult>((resolve) => finish.set(jobId, resolve))
      waits.get(jobId)?.()
      return result
    })
  const running = async (jobId: string) =>
    finish.has(jobId) ? undefined : new Promise<void>((resolve) => waits.set(jobId, resolve))
  const stateOf = async (jobId: string, tenantId = d1) => {
    const found = await store.job(tenantId, jobId)
    return found.ok ? (found.value?.end?.state ?? null) : found.refusal.code
  }
  const desk = { jobs: store, line }
  const standing = async (tenantId: TenantId, jobId: string) => {
    const job = valueOf(await store.job(tenantId, jobId))
    return job && valueOf(await standings(desk, tenantId, [job]))(job)
  }
  const inUse = async () => [...valueOf(await filesInUse(desk, d1))]
  return {
    line,
    standing,
    inUse,
    store,
    bugs,
    begun,
    start,
    running,
    stateOf,
    watches,
    end: (jobId: string) => finish.get(jobId)?.(DONE),
  }
}

test('one job runs at a time; districts take turns', async () => {
  const { line, standing, begun, start, running, end, stateOf } = world()
  for (const jobId of ['a1', 'a2', 'a3']) await start(jobId)
  await start('b1', d2)
  await running('a1')
  expect(await standing(d1, 'a1')).toMatchObject({ state: 'running', step: 'beginning' })
  expect(await standing(d1, 'a3')).toEqual({ state: 'waiting', ahead: 2 })
  expect(await standing(d2, 'b1')).toEqual({ state: 'waiting', ahead: 0 })
  expect(await standing(d2, 'a1')).toBeNull()
  expect(line.counts()).toEqual({ waiting: 3, running: 1 })
  for (const jobId of ['a1', 'b1', 'a2', 'a3']) {
    await running(jobId)
    end(jobId)
  }
  await line.stop()
  expect(begun).toEqual(['a1', 'b1', 'a2', 'a3'])
  expect([await stateOf('a3'), await stateOf('b1', d2)]).toEqual(['faulty', 'faulty'])
  expect(line.pace(d1, 'a1')).toBeNull()
})

test('progress is what the job notes', async () => {
  const { line, standing, start, running, watches, end } = world()
  await start('a1')
  await running('a1')
  watches.get('a1')?.note({ step: 'checking', done: 5, total: 10, unit: 'rows' })
  expect(await standing(d1, 'a1')).toMatchObject({ state: 'running', step: 'checking', done: 5, total: 10 })
  end('a1')
  await line.stop()
})

test('what is cancelled stops, or never begins', async () => {
  const { line, inUse, begun, start, running, stateOf } = world()
  await start('a1')
  await start('a2')
  await running('a1')
  expect(await inUse()).toEqual(['file-0001'])
  expect(valueOf(await line.cancel(d2, 'a1'))).toBe(false)
  expect(valueOf(await line.cancel(d1, 'a2'))).toBe(true)
  expect(await stateOf('a2')).toBe('cancelled')
  expect(valueOf(await line.cancel(d1, 'a1'))).toBe(true)
  await line.stop()
  expect(await stateOf('a1')).toBe('cancelled')
  expect(valueOf(await line.cancel(d1, 'a1'))).toBe(false)
  expect(await inUse()).toEqual([])
  expect(begun).toEqual(['a1'])
})

test('a line that stops tells what it broke off, and takes no more', async () => {
  const { line, start, running, stateOf } = world()
  await start('a1')
  await start('a2')
  await running('a1')
  await line.stop()
  expect([await stateOf('a1'), await stateOf('a2')]).toEqual(['interrupted', 'interrupted'])
  expect(await start('a3')).toMatchObject({ ok: false, refusal: { code: 'desk-closing' } })
})

test('a bug ends its job and no other', async () => {
  const { line, bugs, start, running, end, stateOf } = world()
  const bug = new Error('bug')
  await line.start(d1, importJob('a1'), async () => Promise.reject(bug))
  await start('a2')
  await running('a2')
  end('a2')
  await line.stop()
  expect([await stateOf('a1'), await stateOf('a2')]).toEqual(['refused', 'faulty'])
  expect(bugs).toEqual([bug])
})

test('twenty wait, and no more; other districts are not held up', async () => {
  const { line, start } = world()
  for (let one = 0; one <= 20; one += 1) expect(await start(`a${one}`)).toMatchObject({ ok: true })
  expect(await start('a99')).toMatchObject({ ok: false, refusal: { code: 'jobs-too-many' } })
  expect(await start('b1', d2)).toMatchObject({ ok: true })
  await line.stop()
})

test('how a job ended is known even where the store could not take it down', async () => {
  const store = { ...memoryJobs(), end: async () => storeFault('store-full', 'jobs.sqlite') }
  const { line, start, running, end } = world(store)
  await start('a1')
  await running('a1')
  end('a1')
  await line.stop()
  expect(line.untold(d1, 'a1')).toMatchObject(DONE)
  expect(line.untold(d2, 'a1')).toBeNull()
})

/** Two nodes on one store. */
function twoNodes() {
  const store = memoryJobs()
  return [world(store, 'n1'), world(store, 'n2')] as const
}

test('what a district asks for on two nodes is done in its order, one at a time', async () => {
  const [one, other] = twoNodes()
  await one.start('a1')
  await other.start('a2')
  await other.start('b1', d2)
  await one.start('a3')
  await one.running('a1')
  await other.running('b1')
  expect(await other.standing(d1, 'a1')).toMatchObject({ state: 'running' })
  expect(await one.standing(d1, 'a2')).toEqual({ state: 'waiting', ahead: 1 })
  expect(await other.standing(d1, 'a3')).toEqual({ state: 'waiting', ahead: 2 })
  expect(await other.inUse()).toEqual(['file-0001'])
  other.end('b1')
  expect([one.begun, other.begun]).toEqual([['a1'], ['b1']])
  one.end('a1')
  await other.running('a2')
  expect(one.begun).toEqual(['a1'])
  other.end('a2')
  await one.running('a3')
  one.end('a3')
  await Promise.all([one.line.stop(), other.line.stop()])
  expect([await one.stateOf('a2'), await one.stateOf('a3')]).toEqual(['faulty', 'faulty'])
})

test('how far a job is and that it is cancelled reach the other node', async () => {
  const [one, other] = twoNodes()
  await one.start('a1')
  await one.start('a2')
  await one.running('a1')
  one.watches.get('a1')?.note({ step: 'checking', done: 5, total: 10, unit: 'rows' })
  await expect.poll(() => other.standing(d1, 'a1')).toMatchObject({ state: 'running', step: 'checking', done: 5 })
  expect(valueOf(await other.line.cancel(d1, 'a2'))).toBe(true)
  expect(await one.stateOf('a2')).toBe('cancelled')
  expect(valueOf(await other.line.cancel(d1, 'a1'))).toBe(true)
  await expect.poll(() => one.stateOf('a1')).toBe('cancelled')
  expect(valueOf(await other.line.cancel(d1, 'a1'))).toBe(false)
  await one.line.stop()
  expect(one.begun).toEqual(['a1'])
})

test('a node that was taken for dead breaks off, and what it did all the same is told as done', async () => {
  const [one, other] = twoNodes()
  const presumed = { at: timestamp('2021-03-01T12:01:00+08:00'), state: 'interrupted' } as const
  for (const jobId of ['a1', 'a2']) await one.start(jobId)
  await one.running('a1')
  for (const jobId of ['a1', 'a2']) valueOf(await other.store.presume(d1, jobId, presumed))
  await expect.poll(() => one.watches.get('a1')?.signal.aborted).toBe(true)
  await one.start('a3')
  await one.running('a3')
  one.end('a3')
  await one.line.stop()
  expect([await one.stateOf('a1'), await one.stateOf('a2')]).toEqual(['interrupted', 'interrupted'])
  expect(one.begun).toEqual(['a1', 'a3'])
})

test('an end that the store did not take down is told as soon as it takes it', async () => {
  const kept = memoryJobs()
  let isFull = true
  const end: typeof kept.end = async (...told) => (isFull ? storeFault('store-full', 'jobs.sqlite') : kept.end(...told))
  const { line, start, running, stateOf, end: finish } = world({ ...kept, end })
  for (const jobId of ['a1', 'a2']) await start(jobId)
  await running('a1')
  finish('a1')
  await expect.poll(() => line.untold(d1, 'a1')).toMatchObject(DONE)
  isFull = false
  await running('a2')
  expect([await stateOf('a1'), line.untold(d1, 'a1')]).toEqual(['faulty', null])
  finish('a2')
  await line.stop()
})
