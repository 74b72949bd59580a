import { describe } from 'vitest'
import { evidenceStoreConformance } from '../../../test/conformance/evidence-store.ts'
import { memoryEvidence } from './memory-evidence.ts'

describe('evidence in memory', () => evidenceStoreConformance(async (limits) => memoryEvidence(limits)))
