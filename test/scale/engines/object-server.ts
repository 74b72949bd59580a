import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { DEBIAN_PACKAGES, needPackages } from '../../fixtures/debian-packages.ts'
import { engineFolder, engineProcess, started } from './engine-process.ts'
import { freePorts } from './free-ports.ts'
import { OBJECT_PROGRAMS, writeObjectServerFiles } from './object-server-files.ts'

/** An object store that speaks S3, of its own on the loopback: OpenStack Swift with its S3 interface, as Debian packs it. */
export interface ObjectServer {
  readonly address: ObjectServerAddress
  /** All its processes at once, as when the power fails. */
  readonly kill: () => Promise<void>
  /** Starts again what was killed, on the same ports, and waits until it answers. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** All that a client needs but a bucket. */
export interface ObjectServerAddress {
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
  readonly style: 'path'
}

const KEYS = { keyId: 'office:mingheng', secret: 'only-for-tests' }

export async function startObjectServer(): Promise<ObjectServer> {
  const areThere = () => OBJECT_PROGRAMS.every((program) => existsSync(`/usr/bin/swift-${program}`))
  needPackages(DEBIAN_PACKAGES.objects, areThere, ' OpenStack Swift（对象存储）')
  const folder = engineFolder('objects')
  const [proxy = 0, account = 0, container = 0, object = 0] = await freePorts(4)
  writeObjectServerFiles(folder, { proxy, account, container, object }, KEYS)
  const address = { url: `http://127.0.0.1:${proxy}`, region: 'us-east-1', style: 'path', ...KEYS } as const
  const processes = OBJECT_PROGRAMS.map((program) =>
    engineProcess({
      name: `OpenStack Swift (${program})`,
      folder,
      command: [`/usr/bin/swift-${program}`, [join(folder, `${program}.conf`)]],
      answers: () => answers(address),
    }),
  )
  const start = async () => {
    await Promise.all(processes.map((one) => one.start()))
  }
  const kill = async () => {
    await Promise.all(processes.map((one) => one.end('SIGKILL')))
  }
  const stop = async () => {
    await kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return started({ address, kill, start, stop })
}

/** A bucket is made and takes an object, so that every part of the server has answered. */
async function answers(address: ObjectServerAddress): Promise<boolean> {
  await makeBucket(address, FIRST)
  await putObject(address, FIRST)
  return true
}

const FIRST = 'first'

async function putObject(address: ObjectServerAddress, bucket: string): Promise<void> {
  const client = clientAt(address)
  try {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'first', Body: 'first' }))
  } finally {
    client.destroy()
  }
}

/** Makes it, or sets anew how many bytes may lie in it: by a header of Swift's own, as S3 knows no quotas. */
export async function makeBucket(
  address: ObjectServerAddress,
  bucket: string,
  quota: number | null = null,
): Promise<void> {
  const client = clientAt(address)
  const make = new CreateBucketCommand({ Bucket: bucket })
  make.middlewareStack.add(
    (next) => (sent) => {
      const request = sent.request as { readonly headers: Record<string, string> }
      request.headers['x-container-meta-quota-bytes'] = quota === null ? '' : String(quota)
      return next(sent)
    },
    { step: 'build' },
  )
  try {
    await client.send(make)
  } catch (error) {
    if (!(error instanceof Error && error.name.startsWith('BucketAlready'))) throw error
  } finally {
    client.destroy()
  }
}

function clientAt({ url, region, keyId, secret }: ObjectServerAddress): S3Client {
  return new S3Client({
    endpoint: url,
    region,
    forcePathStyle: true,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials: { accessKeyId: keyId, secretAccessKey: secret },
  })
}
