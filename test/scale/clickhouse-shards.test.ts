import { expect, inject, test } from 'vitest'
import { clickTables } from '../../src/adapters/clickhouse/click-schema.ts'

test('every shard takes the tables of all data sets', async () => {
  for (const url of inject('clickHouseUrls')) {
    const ask = async (sql: string) => {
      const answer = await fetch(url, { method: 'POST', body: sql })
      expect([answer.status, await answer.clone().text()]).toEqual([200, expect.anything()])
      return answer.text()
    }
    await ask('CREATE DATABASE schema_only')
    for (const sql of clickTables(null)) await ask(sql.replace('EXISTS ', 'EXISTS schema_only.'))
    expect(await ask(`SELECT count() FROM system.tables WHERE database = 'schema_only'`)).toBe(
      `${clickTables(null).length}\n`,
    )
    await ask('DROP DATABASE schema_only')
  }
})
