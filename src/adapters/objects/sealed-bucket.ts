import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { refusedEvidence, type EvidenceOutcome } from '../../app/ports/evidence-refusals.ts'
import type { SealedEvidence, SealedObject } from '../../app/ports/sealed-evidence.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { sealedIn } from '../evidence/sealed-names.ts'
import { inMemory, type ObjectBucket } from './object-bucket.ts'
import { withObjects } from './object-fault.ts'

/** What `objectEvidence` has sealed in the bucket: `TENANT/evidence/…` there is `TENANT/…` by name. */
export function sealedBucket(bucket: ObjectBucket): SealedEvidence {
  return {
    place: bucket.place,
    tenants: () => withObjects(async () => accepted(await tenantsIn(bucket))),
    sealed: (tenant, after) => withObjects(async () => accepted(await sealedBehind(bucket, tenant, after))),
    holds: (sealed) => withObjects(async () => accepted((await bucket.bytesOf(keyOf(sealed))) === sealed.bytes)),
    read: (sealed) => bucket.read(keyOf(sealed), { start: 0, end: sealed.bytes }),
    write: (sealed, content) => withObjects(async () => putChecked(bucket, sealed, content)),
    digested: (sealed) =>
      withObjects(async () => {
        const hash = createHash('sha256')
        for await (const piece of bucket.read(keyOf(sealed), { start: 0, end: sealed.bytes })) hash.update(piece)
        return accepted(hash.digest('hex') as Digest)
      }),
  }
}

function keyOf({ name }: SealedObject): string {
  return name.replace('/', '/evidence/')
}

/** One request a tenant: what lies behind everything of one begins the next, as `0` follows `/`. */
async function tenantsIn(bucket: ObjectBucket): Promise<string[]> {
  const tenants: string[] = []
  for (let after: string | null = null; ; after = `${tenants.at(-1)}0`) {
    const [first] = (await bucket.list('', after, 1)).objects
    if (first === undefined) return tenants
    tenants.push(first.key.slice(0, first.key.indexOf('/')))
  }
}

async function sealedBehind(bucket: ObjectBucket, tenant: string, after: SealedObject | null): Promise<SealedObject[]> {
  // Both `blobs` and `bringers`, and no uploads.
  const prefix = `${tenant}/evidence/b`
  for (let last = after === null ? null : keyOf(after); ;) {
    const { objects, isLast } = await bucket.list(prefix, last, PAGE)
    const sealed = objects.flatMap(({ key, bytes }) => {
      const [, , shelf = ''] = key.split('/')
      const file = key.slice(key.lastIndexOf('/') + 1)
      return (shelf === 'blobs' || shelf === 'bringers' ? sealedIn(tenant, shelf, file, bytes) : null) ?? []
    })
    last = objects.at(-1)?.key ?? null
    if (sealed.length > 0 || isLast || last === null) return sealed
  }
}

const PAGE = 1_000

/** The server refuses what does not have the digest; it is told apart from a server that refuses for another reason. */
async function putChecked(
  bucket: ObjectBucket,
  sealed: SealedObject,
  content: AsyncIterable<Uint8Array>,
): Promise<EvidenceOutcome<null>> {
  if (sealed.isNote) {
    await bucket.put(keyOf(sealed), inMemory(new Uint8Array(0)))
    return accepted(null)
  }
  const { digest: sha256, bytes } = sealed
  const hash = createHash('sha256')
  let failure: { readonly error: unknown } | null = null
  let passed = 0
  const passing = async function* () {
    try {
      for await (const piece of content) {
        hash.update(piece)
        passed += piece.length
        yield piece
      }
    } catch (error) {
      failure = { error }
      throw error
    }
  }
  try {
    await bucket.put(keyOf(sealed), { body: Readable.from(passing()), bytes, sha256, md5: null })
    return accepted(null)
  } catch (error) {
    // What could not be read is not the bucket's fault.
    const unread: { readonly error: unknown } | null = failure
    if (unread !== null) throw (unread as { readonly error: unknown }).error
    const found = hash.digest('hex') as Digest
    if (passed !== bytes || found === sha256) throw error
    return refusedEvidence({ code: 'evidence-corrupted', digest: sha256, found, bytes })
  }
}
