import { readdir } from 'node:fs/promises'
import { describe } from 'vitest'
import { orNull } from '../../src/adapters/evidence/durable-files.ts'
import { objectRecordUploads } from '../../src/adapters/objects/object-record-uploads.ts'
import { RECORD_LIMITS, recordUploadsConformance } from '../conformance/record-uploads.ts'
import { openedObjects } from './opened-objects.ts'

const { newBucket, newRegister, node } = openedObjects()

/** `again` is another node: it has a work folder of its own and fetches what it imports. */
describe.concurrent('record files in a bucket', () =>
  recordUploadsConformance(async () => {
    const [options, register] = [await newBucket(), newRegister()]
    const first = node(options, register, 'records')
    return {
      files: objectRecordUploads(first, RECORD_LIMITS),
      again: () => objectRecordUploads(node(options, register, 'records'), RECORD_LIMITS),
      lying: async () => [
        ...(await first.bucket.list('', null, 1_000)).objects.map(({ key }) => key),
        ...((await orNull(readdir(first.workFolder, { recursive: true }))) ?? []).filter((name) => name !== 'd1'),
      ],
    }
  }))
