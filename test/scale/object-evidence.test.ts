import { describe } from 'vitest'
import { objectEvidence } from '../../src/adapters/objects/object-evidence.ts'
import { evidenceStoreConformance } from '../conformance/evidence-store.ts'
import { openedObjects } from './opened-objects.ts'

const { newBucket, newRegister, node } = openedObjects()

describe.concurrent('evidence in a bucket', () =>
  evidenceStoreConformance(async (limits) =>
    objectEvidence(node(await newBucket(), newRegister(), 'evidence'), limits),
  ))
