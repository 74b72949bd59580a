import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealedFolder } from '../adapters/evidence/sealed-folder.ts'
import { objectBucket } from '../adapters/objects/object-bucket.ts'
import { sealedBucket } from '../adapters/objects/sealed-bucket.ts'
import type { EvidencePlaces } from '../cli/cli-ports.ts'
import { accepted, refused } from '../core/kernel/outcome.ts'
import { faultSentence, readConfiguration } from './configuration.ts'
import { bucketOptions } from './open-object-files.ts'

/** Both places where evidence can lie, as the server's configuration has them. */
export const evidencePlaces: EvidencePlaces = async (dataFolder) => {
  const read = readConfiguration({ ...process.env, MINGHENG_DATA: dataFolder }, textAt)
  if (!read.ok) return refused('configuration-wrong', read.faults.map(faultSentence).join('\n'))
  const { objectStoreUrl } = read.value
  if (objectStoreUrl === null)
    return refused(
      'configuration-wrong',
      '没有配置对象存储：请先填 objectStoreUrl、objectStoreBucket、objectStoreKey、objectStoreSecret（见 docs/guide/server.md）',
    )
  const bucket = objectBucket(bucketOptions({ ...read.value, objectStoreUrl }))
  return accepted({
    folder: sealedFolder(join(dataFolder, 'evidence')),
    bucket: sealedBucket(bucket),
    close: bucket.close,
  })
}

function textAt(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
