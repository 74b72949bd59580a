import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { recordStoreConformance } from '../../../test/conformance/record-store.ts'
import { valued } from '../../../test/conformance/valued.ts'
import { openRecordStore, type OpenRecords } from './open-record-store.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-records-'))
const opened: OpenRecords[] = []
afterAll(() => {
  for (const store of opened) store.close()
  rmSync(root, { recursive: true })
})

async function make() {
  const at = join(root, String(opened.length))
  const options = { folder: at, catalogFile: `${at}.sqlite`, memoryMegabytes: 300, threads: 2 }
  const store = await valued(openRecordStore(options))
  opened.push(store)
  return store.records
}

describe('records in DuckDB', () => recordStoreConformance(make))
