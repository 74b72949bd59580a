/**
 * One bucket of a store that speaks S3. What is written is whole or not there at all: every object is one request, with
 * two digests that the server checks before it answers. What the server cannot do is thrown as an `objectFault`.
 */
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type * as Sdk from '@aws-sdk/client-s3'
import type { ByteRange } from '../../app/ports/evidence-store.ts'
import { isMissing, objectFault } from './object-fault.ts'

export interface BucketOptions {
  /** `https://host:port` */
  readonly url: string
  readonly region: string
  readonly bucket: string
  readonly keyId: string
  readonly secret: string
  /** Where the bucket is named: behind the host (most stores of one's own) or before it (most public clouds). */
  readonly style: 'path' | 'host'
}

export interface ObjectBucket {
  /** As a person knows it: no keys. */
  readonly place: string
  readonly put: (key: string, content: ObjectContent) => Promise<void>
  /** Breaks off by throwing where the object is not there, or ends before the range does. */
  readonly read: (key: string, range: ByteRange) => AsyncIterable<Uint8Array>
  /** Null where it is not there. */
  readonly bytesOf: (key: string) => Promise<number | null>
  /** In order of their keys, those with the prefix after `after`, as many as the server gives at once. */
  readonly list: (prefix: string, after: string | null, limit: number) => Promise<ListedObjects>
  /** No failure where there is none. */
  readonly remove: (key: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** What is put: in memory, or read as it is sent. */
export interface ObjectContent {
  readonly body: Uint8Array | Readable
  readonly bytes: number
  /** In hex. */
  readonly sha256: string
  /** Null where the content was not read before. */
  readonly md5: string | null
}

export interface ListedObjects {
  readonly objects: readonly { readonly key: string; readonly bytes: number; readonly at: Date }[]
  readonly isLast: boolean
}

/** All that the prefix begins, in order of their keys; those that are removed meanwhile are no harm. */
export async function* objectsIn(
  { list }: Pick<ObjectBucket, 'list'>,
  prefix: string,
): AsyncGenerator<ListedObjects['objects'][number]> {
  for (let after: string | null = null; ;) {
    const { objects, isLast } = await list(prefix, after, MOST_AT_ONCE)
    yield* objects
    after = objects.at(-1)?.key ?? null
    if (isLast || after === null) return
  }
}

export function inMemory(body: Uint8Array): ObjectContent {
  const digestBy = (name: string) => createHash(name).update(body).digest('hex')
  return { body, bytes: body.length, sha256: digestBy('sha256'), md5: digestBy('md5') }
}

/** Nothing is asked, and the library not even read, before the bucket is used. */
export function objectBucket(options: BucketOptions): ObjectBucket {
  const { bucket: Bucket } = options
  const place = `${options.url}/${Bucket}`
  const connected = onceConnected(options)
  const asked = async <Value>(ask: (s3: Connected) => Promise<Value>): Promise<Value> => {
    try {
      return await ask(await connected.get())
    } catch (error) {
      throw objectFault(place, error)
    }
  }
  return {
    place,
    put: async (Key, { body, bytes, sha256, md5 }) =>
      asked(async ({ client, sdk }) => {
        const put = new sdk.PutObjectCommand({
          Bucket,
          Key,
          Body: body,
          ContentLength: bytes,
          ...(md5 === null ? {} : { ContentMD5: Buffer.from(md5, 'hex').toString('base64') }),
        })
        put.middlewareStack.add(
          (next) => (sent) => {
            const request = sent.request as { readonly headers: Record<string, string> }
            request.headers['x-amz-content-sha256'] = sha256
            return next(sent)
          },
          { step: 'build' },
        )
        await client.send(put)
      }),
    read: async function* (Key, { start, end }) {
      if (end === start) return
      const body = await asked(async ({ client, sdk }) => {
        const { Body } = await client.send(
          new sdk.GetObjectCommand({ Bucket, Key, Range: `bytes=${start}-${end - 1}` }),
        )
        return Body as Readable
      })
      let left = end - start
      try {
        for await (const piece of body as AsyncIterable<Uint8Array>) {
          left -= piece.length
          yield piece
        }
      } catch (error) {
        throw objectFault(place, error)
      } finally {
        body.destroy()
      }
      if (left > 0) throw objectFault(place, new Error(`对象少了 ${left} 字节`))
    },
    bytesOf: async (Key) =>
      asked(async ({ client, sdk }) => {
        try {
          return (await client.send(new sdk.HeadObjectCommand({ Bucket, Key }))).ContentLength ?? 0
        } catch (error) {
          if (isMissing(error)) return null
          throw error
        }
      }),
    list: async (Prefix, after, limit) =>
      asked(async ({ client, sdk }) => {
        const { Contents = [], IsTruncated } = await client.send(
          new sdk.ListObjectsV2Command({
            Bucket,
            Prefix,
            MaxKeys: Math.min(limit, MOST_AT_ONCE),
            ...(after === null ? {} : { StartAfter: after }),
          }),
        )
        const objects = Contents.flatMap(({ Key: key, Size: bytes, LastModified: at }) =>
          key === undefined || bytes === undefined || at === undefined ? [] : [{ key, bytes, at }],
        )
        return { objects, isLast: IsTruncated !== true }
      }),
    remove: async (Key) =>
      asked(async ({ client, sdk }) => {
        await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }))
      }),
    close: connected.close,
  }
}

const MOST_AT_ONCE = 1_000

/** A server that does not answer is given up; one that is sent much or sends much is given all its time. */
const CONNECT_MS = 5_000
const SILENT_MS = 30_000

/** What befalls a request is answered to whoever asked, and told there. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

interface Connected {
  readonly client: Sdk.S3Client
  readonly sdk: typeof Sdk
}

function onceConnected({ url, region, keyId, secret, style }: BucketOptions) {
  let opened: Promise<Connected> | null = null
  const connect = async (): Promise<Connected> => {
    // What the library says of later versions of itself is no news to who runs this one (aws/aws-sdk-js-v3#7983).
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
    const sdk = await import('@aws-sdk/client-s3')
    const configuration: Sdk.S3ClientConfig = {
      endpoint: url,
      region,
      credentials: { accessKeyId: keyId, secretAccessKey: secret },
      forcePathStyle: style === 'path',
      // Digests that every store knows are sent instead of those that only new ones know.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 3,
      logger: SILENT,
      requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENT_MS },
    }
    return { client: new sdk.S3Client(configuration), sdk }
  }
  return {
    get: async () => (opened ??= connect()),
    close: async () => {
      if (opened !== null) (await opened).client.destroy()
    },
  }
}
