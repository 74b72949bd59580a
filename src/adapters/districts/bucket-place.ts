import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { syncFile } from '../data/keep-file.ts'
import { withFiles } from '../data/file-refusal.ts'
import { tenantName } from '../files/tenant-name.ts'
import { objectsIn, type ObjectBucket } from '../objects/object-bucket.ts'
import { withObjects } from '../objects/object-fault.ts'
import type { DistrictPlace } from './district-place.ts'

/** A bucket: sealed evidence is written out as a folder would have it, and every object of the district is removed. */
export function bucketPlace(bucket: ObjectBucket): DistrictPlace {
  return {
    copyOut: (tenantId, draft) =>
      inBucket(draft, async () => {
        for await (const { key, bytes } of sealedIn(bucket, tenantId)) {
          const place = placeOf(tenantId, key)
          const found = await copied(bucket.read(key, { start: 0, end: bytes }), join(draft, place))
          const digest = digestIn(place)
          if (digest !== null && digest !== found)
            return refused(
              'evidence-corrupted',
              `“${bucket.place}”里的“${key}”与它的摘要不符，没有导出；请从备份恢复这个对象，再导出`,
            )
        }
        return accepted(null)
      }),
    stale: (tenantId, listed) =>
      inBucket(bucket.place, async () => {
        const stale: string[] = []
        for await (const { key } of sealedIn(bucket, tenantId))
          if (!listed.has(placeOf(tenantId, key))) stale.push(placeOf(tenantId, key))
        return accepted(stale)
      }),
    ready: (tenantId) =>
      inBucket(bucket.place, async () => {
        await bucket.list(ownPrefix(tenantId), null, 1)
        return accepted(null)
      }),
    remove: ({ tenantId }) =>
      inBucket(bucket.place, async () => {
        const removed = new Set<string>()
        for (let round = 0; round < MOST_ROUNDS; round += 1) {
          const { objects } = await bucket.list(ownPrefix(tenantId), null, PAGE)
          if (objects.length === 0) return accepted({ objects: removed.size })
          for (let at = 0; at < objects.length; at += AT_ONCE)
            await Promise.all(
              objects.slice(at, at + AT_ONCE).map(async ({ key }) => {
                await bucket.remove(key)
                removed.add(key)
              }),
            )
        }
        return refused(
          'objects-left',
          `“${bucket.place}”里还有这个区的对象（已删 ${removed.size} 个），移除没有做完；请过一会儿再运行一次`,
        )
      }),
  }
}

const PAGE = 1_000
const AT_ONCE = 8

/** A hundred million objects; a store whose list does not follow what is removed is not asked for ever. */
const MOST_ROUNDS = 100_000

function ownPrefix(tenantId: TenantId): string {
  return `${tenantName(tenantId)}/`
}

/** `blobs` and `bringers`, and no uploads: they are whole already, or nobody's yet. */
function sealedIn(bucket: ObjectBucket, tenantId: TenantId) {
  return objectsIn(bucket, `${ownPrefix(tenantId)}evidence/b`)
}

/** Where an export has it. A name that leads elsewhere was put into the bucket by somebody else. */
function placeOf(tenantId: TenantId, key: string): string {
  const place = key.slice(ownPrefix(tenantId).length)
  if (!/^evidence\/(?:blobs|bringers)(?:\/[0-9a-z][0-9a-z.]*)+$/.test(place))
    throw Object.assign(new Error(key), { code: 'EINVAL', path: key })
  return place
}

/** Of its content, as the name of a blob says it. */
function digestIn(place: string): string | null {
  return /^evidence\/blobs\/.*\/([0-9a-f]{64})\.[^/]*$/.exec(place)?.[1] ?? null
}

async function copied(content: AsyncIterable<Uint8Array>, to: string): Promise<string> {
  const hash = createHash('sha256')
  const passing = async function* () {
    for await (const piece of content) {
      hash.update(piece)
      yield piece
    }
  }
  await mkdir(dirname(to), { recursive: true })
  await pipeline(Readable.from(passing()), createWriteStream(to, { flags: 'wx' }))
  await syncFile(to)
  return hash.digest('hex')
}

/** What the bucket cannot do, or the disk, in their own words. */
async function inBucket<Value>(path: string, work: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const done = await withObjects(async () => accepted(await withFiles(path, work)))
  return done.ok ? done.value : done
}
