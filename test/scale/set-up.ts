import type { TestProject } from 'vitest/node'
import { startClickHouse } from './engines/clickhouse-server.ts'
import { startObjectServer, type ObjectServerAddress } from './engines/object-server.ts'
import { startPostgres } from './engines/postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a server that all files share; each test takes a schema of its own (`openedPostgres`). */
    postgresUrl: string
    /** Two shards that all files share; each test takes a database of its own. */
    clickHouseUrls: readonly string[]
    /** Of a server that all files share; each test takes a bucket of its own (`openedObjects`). */
    objectServer: ObjectServerAddress
  }
}

/** The engines that all files share, started once. One that cannot be had fails the run: nothing is skipped. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const starting = [startPostgres(), startClickHouse(2), startObjectServer()] as const
  const stop = async () => {
    for (const engine of await Promise.allSettled(starting))
      if (engine.status === 'fulfilled') await engine.value.stop()
  }
  try {
    const [postgres, clickHouse, objects] = await Promise.all(starting)
    project.provide('postgresUrl', postgres.url)
    project.provide(
      'clickHouseUrls',
      clickHouse.shards.map(({ url }) => url),
    )
    project.provide('objectServer', objects.address)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
