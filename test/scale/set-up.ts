import type { TestProject } from 'vitest/node'
import { startClickHouse } from './engines/clickhouse-server.ts'
import { startPostgres } from './engines/postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a server that all files share; each test takes a schema of its own (`openedPostgres`). */
    postgresUrl: string
    /** Two shards that all files share; each test takes a database of its own. */
    clickHouseUrls: readonly string[]
  }
}

/** The engines that all files share, started once. One that cannot be had fails the run: nothing is skipped. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  project.provide('postgresUrl', postgres.url)
  const clickHouse = await startClickHouse(2)
  project.provide(
    'clickHouseUrls',
    clickHouse.shards.map(({ url }) => url),
  )
  return async () => {
    await clickHouse.stop()
    await postgres.stop()
  }
}
