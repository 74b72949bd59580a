import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe } from 'vitest'
import { evidenceStoreConformance } from '../../../test/conformance/evidence-store.ts'
import { folderEvidence } from './folder-evidence.ts'

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

describe('evidence in a folder', () =>
  evidenceStoreConformance(async (limits) => {
    const folder = await mkdtemp(join(tmpdir(), 'evidence-'))
    folders.push(folder)
    return folderEvidence(folder, limits)
  }))
