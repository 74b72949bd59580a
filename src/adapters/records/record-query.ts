import { join } from 'node:path'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { QueryAsked, RecordStore } from '../../app/ports/record-store.ts'
import { storeFault } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { errnoOf } from '../evidence/durable-files.ts'
import { currentFiles, type HeldFile } from './current-files.ts'
import type { Attempt, KeptAnswers } from './kept-answers.ts'
import { queryEngines, type QueryConnection, type QueryEngine } from './query-engines.ts'
import { queryFaultOf } from './query-faults.ts'
import { readSelect } from './read-select.ts'
import type { RecordRoom } from './record-room.ts'
import { stopping, type Stop } from './query-stop.ts'
import { runSelect } from './run-select.ts'
import { queryTables, referenceTables, viewOf } from './tables-for-query.ts'

export interface QueryLimits {
  readonly memoryMegabytes: number
  readonly threads: number
  /** Some queries cost nothing but time, and that without end. */
  readonly seconds: number
}

export interface RecordQueries {
  readonly query: RecordStore['query']
  /** Ends what runs and what waits. */
  readonly close: () => void
}

/** Runs SELECTs from outside over a tenant's current records and nothing else. */
export function recordQueries(room: RecordRoom, limits: QueryLimits, answers: KeptAnswers): RecordQueries {
  const duckDbLimits = { ...limits, spill: join(room.folders.work, 'query') }
  const engines = queryEngines(duckDbLimits)
  const files = currentFiles(room)
  const closing = new AbortController()

  const attempt = async (tenantId: TenantId, asked: QueryAsked, stop: Stop): Promise<Attempt> => {
    const held = await files.list(tenantId)
    if (!held.ok) return held
    stop.signal.throwIfAborted()
    const of = (tables: ReadonlySet<string>) => held.value.filter(({ file }) => tables.has(file.dataSet))
    return answers.orAsk(tenantId, asked, contentsOf(of(new Set(asked.dataSets))), {
      isThere: async (used) => (await files.flaw(tenantId, of(used), stop.signal)) === null,
      ask: async () => askFiles(tenantId, asked, held.value, stop),
    })
  }

  const askFiles = async (tenantId: TenantId, asked: QueryAsked, held: readonly HeldFile[], stop: Stop) => {
    let read = held
    const select = async (engine: QueryEngine, own: QueryConnection): Promise<Attempt> => {
      const used = await readSelect(own.connection, asked.sql, queryTables(asked.dataSets))
      if (!used.ok) return used
      read = held.filter(({ file }) => used.value.has(file.dataSet))
      const flaw = await files.flaw(tenantId, read, stop.signal)
      if (flaw !== null) return flaw
      for (const name of asked.dataSets) {
        const paths = read.filter(({ file }) => file.dataSet === name).map(({ path }) => path)
        if (used.value.has(name)) await engine.view(name, viewOf(name, paths))
      }
      for (const { name, sql } of referenceTables(used.value, asked)) await own.table(name, sql)
      stop.signal.throwIfAborted()
      const answer = await runSelect(own.connection, asked.sql, asked.maxRows)
      if (answer.ok) own.keep()
      return answer
    }
    const run = async (engine: QueryEngine): Promise<Attempt> => {
      stop.startClock()
      try {
        return await engine.on(stop.signal, async (own) => select(engine, own))
      } catch (error) {
        const fault = stop.signal.aborted ? null : queryFaultOf(error, duckDbLimits)
        if (fault === null) throw error
        if (fault.kind === 'refused') return fault.refusal
        if (fault.kind === 'broken') engine.discard()
        files.distrust()
        return (await files.flaw(tenantId, read, stop.signal)) ?? refusedRecords('query-failed', fault.detail)
      }
    }
    const paths = held.map(({ path }) => path)
    const answer = (await engines.within(paths, stop.signal, run)) ?? refusedRecords('query-stopped')
    return { answer, used: new Set(read.map(({ file }) => file.dataSet)) }
  }

  return {
    query: async (tenantId, asked) => {
      const stop = stopping([closing.signal, asked.signal], limits.seconds)
      try {
        for (let left = ATTEMPTS; left > 0; left -= 1) {
          const answer = await attempt(tenantId, asked, stop)
          if (answer !== 'changed') return answer
        }
        return storeFault('store-busy', room.folders.root)
      } catch (error) {
        if (stop.isLate()) return refusedRecords('query-too-long', `${limits.seconds} 秒`)
        if (stop.signal.aborted) return refusedRecords('query-stopped')
        const code = errnoOf(error)
        if (code === null) throw error
        return code === 'ENOSPC'
          ? storeFault('store-full', room.folders.work)
          : storeFault('store-unreachable', room.folders.root, code)
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

/** Files are named by their content. */
function contentsOf(held: readonly HeldFile[]): readonly string[] {
  return held.map(({ file: { dataSet, month, digest } }) => `${dataSet} ${month} ${digest}`)
}

/** Imports follow each other more slowly than a query takes to notice. */
const ATTEMPTS = 3
