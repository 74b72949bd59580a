import { afterAll, inject } from 'vitest'
import { openPostgres, type Postgres } from '../../src/adapters/postgres/open-postgres.ts'
import { valueOf } from '../fixtures/people-house.ts'

/** Schemas of the shared server, a new one each time, all gone after the file. */
export function openedPostgres() {
  const opened: Postgres[] = []
  afterAll(async () => {
    for (const postgres of opened) {
      await postgres.pool.query(`DROP SCHEMA IF EXISTS ${postgres.schema} CASCADE`).catch(() => undefined)
      await postgres.close()
    }
  })
  const open = async (schema: string, { url = inject('postgresUrl'), knowsAll = false } = {}): Promise<Postgres> => {
    const postgres = valueOf(await openPostgres({ url, schema, connections: 10, knowsAll }))
    opened.push(postgres)
    return postgres
  }
  return { newSchema: () => `t${process.pid}_${Date.now().toString(36)}_${(schemas += 1)}`, open }
}

let schemas = 0
