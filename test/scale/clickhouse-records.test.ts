import { describe } from 'vitest'
import { recordStoreConformance } from '../conformance/record-store.ts'
import { openedClusters } from './opened-cluster.ts'

const { open, newDatabase } = openedClusters()

/** One for all: what another store has put there is in no catalog of this one. */
const database = newDatabase()

describe('records on two shards', () => recordStoreConformance(async () => (await open({ database })).store.records))
