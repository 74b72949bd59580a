import { mkdir } from 'node:fs/promises'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept, QueryAnswer, QueryAsked } from '../../app/ports/record-store.ts'
import { storeFault } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { errnoOf } from '../evidence/durable-files.ts'
import { keptAnswers, type Attempt, type KeptAnswers } from '../records/kept-answers.ts'
import { queryEngines } from '../records/query-engines.ts'
import { queryFaultOf } from '../records/query-faults.ts'
import { stopping, type Stop } from '../records/query-stop.ts'
import type { QueryLimits, RecordQueries } from '../records/record-query.ts'
import { areThere, askShards } from './ask-shards.ts'
import type { ClickQueryLimits, ClickRoom } from './click-room.ts'
import { clickScenes } from './click-scenes.ts'
import type { ClickScene } from './click-views.ts'
import { gatherAndRun } from './gather-records.ts'
import { planQuery, type QueryPlan } from './plan-query.ts'

/**
 * Runs SELECTs from outside over a tenant's current records on all shards. What was proven to mean the same there, and to need
 * no other shard's rows, each shard answers; for anything else the rows are fetched and DuckDB answers, as without a cluster.
 */
export function clickQueries(
  room: ClickRoom,
  limits: ClickQueryLimits,
  answers: KeptAnswers = keptAnswers(),
): RecordQueries {
  const duckDbLimits = { ...limits, spill: `${room.work}/query` }
  const engines = queryEngines(duckDbLimits)
  const scenes = clickScenes(room.database)
  const closing = new AbortController()

  const answerOnce = async (tenantId: TenantId, asked: QueryAsked, stop: Stop): Promise<Attempt> => {
    const held = await room.batches(tenantId)
    if (!held.ok) return held
    const scene: ClickScene = {
      tenantId,
      batches: held.value,
      asked,
      database: room.database,
      shards: room.shards.length,
    }
    return answers.orAsk(tenantId, asked, contentsOf(scene), {
      isThere: async (used) => areThere(room.shards, scenes, scene, used, stop.signal),
      ask: async () => {
        const plan = await guarded(duckDbLimits, stop, async () => planQuery(engines, scene, stop))
        if (!plan.ok) return { answer: plan, used: new Set() }
        return { answer: await askAll(scene, plan.value, stop), used: plan.value.used }
      },
    })
  }

  const askAll = async (scene: ClickScene, plan: QueryPlan, stop: Stop): Promise<Attempt> => {
    const { used, proven } = plan
    if (proven.kind !== 'doubted') {
      const answer = await askShards(room.shards, scenes, { scene, plan, limits, stop })
      if (answer !== 'not-here') return ifStillHeld(room, scene, used, answer)
    }
    const fetching = { room, engines, scenes, asked: { scene, plan, limits, stop } }
    for (const gathering of plan.gatherings) {
      const gathered = await guarded(duckDbLimits, stop, async () => gatherAndRun(fetching, gathering))
      if (isHere(gathered)) return ifStillHeld(room, scene, used, gathered)
    }
    throw new Error('what is fetched whole is there')
  }

  return {
    query: async (tenantId, asked) => {
      const stop = stopping([closing.signal, asked.signal], limits.seconds)
      try {
        await mkdir(room.work, { recursive: true })
        for (let left = ATTEMPTS; left > 0; left -= 1) {
          const answer = await answerOnce(tenantId, asked, stop)
          if (answer !== 'changed') return stop.signal.aborted ? stopped(stop, limits) : answer
        }
        return storeFault('store-busy', room.database)
      } catch (error) {
        if (stop.signal.aborted) return stopped(stop, limits)
        const code = errnoOf(error)
        if (code === null) throw error
        return code === 'ENOSPC'
          ? storeFault('store-full', room.work)
          : storeFault('store-unreachable', room.work, code)
      } finally {
        stop.endClock()
      }
    },
    close: () => {
      closing.abort()
      engines.close()
    },
  }
}

/** An id of a batch is never given again. */
function contentsOf({ batches, asked }: ClickScene): readonly string[] {
  return batches.filter((one) => asked.dataSets.includes(one.dataSet)).map((one) => `${one.dataSet} ${one.batch}`)
}

/** Imports follow each other more slowly than a query takes to notice. */
const ATTEMPTS = 3

function stopped(stop: Stop, { seconds }: QueryLimits): Extract<Kept<never>, { ok: false }> {
  return stop.isLate() ? refusedRecords('query-too-long', `${seconds} 秒`) : refusedRecords('query-stopped')
}

function isHere(gathered: Kept<QueryAnswer | 'not-here'>): gathered is Kept<QueryAnswer> {
  return !gathered.ok || gathered.value !== 'not-here'
}

/**
 * Batches that no longer hold are swept, at once where records went to other shards: a query that read one may have missed some of
 * it. Where nobody can say whether they hold, it is not answered.
 */
async function ifStillHeld(
  room: ClickRoom,
  { tenantId, batches }: ClickScene,
  used: ReadonlySet<string>,
  answer: Kept<QueryAnswer>,
): Promise<Attempt> {
  const now = await room.batches(tenantId)
  if (!now.ok) return answer.ok ? now : answer
  const held = new Set(now.value.map(({ dataSet, batch }) => `${dataSet} ${batch}`))
  const isHeld = batches.every(({ dataSet, batch }) => !used.has(dataSet) || held.has(`${dataSet} ${batch}`))
  return isHeld ? answer : 'changed'
}

/** What DuckDB ends is a refusal; only bugs are thrown on. */
async function guarded<Value>(
  limits: Parameters<typeof queryFaultOf>[1],
  stop: Stop,
  work: () => Promise<Kept<Value> | null>,
): Promise<Kept<Value>> {
  try {
    return (await work()) ?? refusedRecords('query-stopped')
  } catch (error) {
    const fault = stop.signal.aborted ? null : queryFaultOf(error, limits)
    if (fault === null) throw error
    return fault.kind === 'refused' ? fault.refusal : refusedRecords('query-failed', fault.detail)
  }
}
