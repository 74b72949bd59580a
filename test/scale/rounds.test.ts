import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, inject, test, vi } from 'vitest'
import { readConfiguration } from '../../src/main/configuration.ts'
import { askedInRounds, FEW, MANY } from '../conformance/rounds.ts'
import { bucketSettings, openedObjects } from './opened-objects.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newSchema, open } = openedPostgres()
const { newBucket } = openedObjects()
const root = mkdtempSync(join(tmpdir(), 'mingheng-rounds-'))
afterAll(() => rmSync(root, { recursive: true }))

async function configured() {
  const schema = newSchema()
  await open(schema)
  const data = join(root, schema)
  mkdirSync(data)
  const environment: Record<string, string> = {
    ...bucketSettings(await newBucket()),
    MINGHENG_DATA: data,
    MINGHENG_DATABASE_URL: inject('postgresUrl'),
    MINGHENG_DATABASE_SCHEMA: schema,
    MINGHENG_RECORD_SHARDS: inject('clickHouseUrls').join(','),
    MINGHENG_RECORD_DATABASE: schema,
  }
  const read = readConfiguration(environment, () => null)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

test('where nothing is to be done, a round asks PostgreSQL as much of thirty districts as of three', async () => {
  const statements = vi.spyOn(Client.prototype, 'query')
  const counting = () => () => statements.mock.calls.length
  try {
    const few = await askedInRounds(await configured(), FEW, counting)
    expect(await askedInRounds(await configured(), MANY, counting)).toEqual(few)
    expect(few).toMatchObject({ remind: 2, 'sweep-people': 3, 'sweep-answers': 1, 'sweep-records': 3 })
  } finally {
    statements.mockRestore()
  }
})
