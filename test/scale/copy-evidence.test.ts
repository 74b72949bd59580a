import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { folderEvidence } from '../../src/adapters/evidence/folder-evidence.ts'
import { sealedFolder } from '../../src/adapters/evidence/sealed-folder.ts'
import { inMemory } from '../../src/adapters/objects/object-bucket.ts'
import { objectEvidence } from '../../src/adapters/objects/object-evidence.ts'
import { sealedBucket } from '../../src/adapters/objects/sealed-bucket.ts'
import { copyEvidence } from '../../src/app/evidence/copy-evidence.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../src/app/ports/evidence-kind.ts'
import type { EvidenceStore } from '../../src/app/ports/evidence-store.ts'
import { id, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { runBin } from '../cli/run-bin.ts'
import { addFile, contentOf, pngOf, sha256 } from '../conformance/evidence-samples.ts'
import { openedObjects } from './opened-objects.ts'

const { newBucket, newRegister, node } = openedObjects()
const root = mkdtempSync(join(tmpdir(), 'mingheng-copy-evidence-'))
afterAll(() => rmSync(root, { recursive: true }))

const TENANTS = ['east', 'east-2', '东区'].map((name) => id<TenantId>(name))
const CONTENTS = [pngOf('one'), pngOf('two'), Buffer.concat([pngOf('large'), Buffer.alloc(9_000_000, 7)])]
const quiet = () => undefined

let folders = 0
const newFolder = () => join(root, String((folders += 1)))

async function filled(folder: string): Promise<string> {
  const store = folderEvidence(folder, USUAL_EVIDENCE_LIMITS)
  for (const tenant of TENANTS)
    for (const [n, content] of CONTENTS.entries()) await addFile(store, tenant, `upload-${n}`, content)
  await store.begin(id<TenantId>('east'), 'upload-9' as never, {
    by: id<PersonId>('p-1'),
    name: 'photo.png',
    bytes: 9,
    digest: null,
    begunAt: '2021-10-25T09:30:00+08:00' as never,
  })
  return folder
}

async function expectAll(store: EvidenceStore): Promise<void> {
  for (const tenant of TENANTS) {
    const listed = await store.list(tenant, null, 10)
    expect(listed.ok && listed.value.map(({ digest }) => digest)).toEqual(CONTENTS.map(sha256).toSorted())
    for (const content of CONTENTS) {
      expect(Buffer.compare(await contentOf(store, tenant, sha256(content)), content)).toBe(0)
      const brought = (by: string) => store.hasBrought(tenant, id<PersonId>(by), sha256(content))
      expect([await brought('p-1'), await brought('p-2')]).toMatchObject([{ value: true }, { value: false }])
    }
  }
}

const sealedNames = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/(?:blobs|bringers)\//.test(name))
    .toSorted()

test('evidence copied from a folder to a bucket and back is what it was, with who brought it', async () => {
  const folder = await filled(newFolder())
  const parts = node(await newBucket(), newRegister(), 'evidence')
  const bucket = sealedBucket(parts.bucket)
  const bytes = TENANTS.length * CONTENTS.reduce((sum, content) => sum + content.length, 0)
  const whole = { tenants: 3, files: 9, bytes, damaged: [] }
  expect(await copyEvidence(sealedFolder(folder), bucket, quiet)).toEqual({ ok: true, value: { ...whole, copied: 9 } })
  await expectAll(objectEvidence(parts, USUAL_EVIDENCE_LIMITS))
  expect(await copyEvidence(sealedFolder(folder), bucket, quiet)).toEqual({ ok: true, value: { ...whole, copied: 0 } })
  const back = newFolder()
  expect(await copyEvidence(bucket, sealedFolder(back), quiet)).toEqual({ ok: true, value: { ...whole, copied: 9 } })
  await expectAll(folderEvidence(back, USUAL_EVIDENCE_LIMITS))
  expect(sealedNames(back)).toEqual(sealedNames(folder))
})

test('a file that is not what it was sealed as is named, here or there, and the others are copied', async () => {
  const folder = await filled(newFolder())
  const { bucket } = node(await newBucket(), newRegister(), 'evidence')
  const [one = '', two = ''] = CONTENTS.map((content) => sha256(content))
  const nameOf = (digest: string) => `blobs/${digest.slice(0, 2)}/${digest}.png`
  const spoiled = join(folder, 'east', nameOf(one))
  chmodSync(spoiled, 0o640)
  writeFileSync(spoiled, pngOf('onE'))
  await bucket.put(`east-2/evidence/${nameOf(two)}`, inMemory(pngOf('twO')))
  const copied = await copyEvidence(sealedFolder(folder), sealedBucket(bucket), quiet)
  expect(copied).toMatchObject({
    ok: true,
    value: { damaged: [`${folder}：east/${nameOf(one)}`, `${bucket.place}：east-2/${nameOf(two)}`], copied: 7 },
  })
  expect(await bucket.bytesOf(`east/evidence/${nameOf(one)}`)).toBeNull()
  const back = newFolder()
  const returned = await copyEvidence(sealedBucket(bucket), sealedFolder(back), quiet)
  expect(returned).toMatchObject({
    ok: true,
    value: { damaged: [`${bucket.place}：east-2/${nameOf(two)}`], copied: 7 },
  })
  expect(sealedNames(back)).not.toContain(`east-2/${nameOf(two)}`)
})

test('the command says what it copied; where the bucket is away it says so and copies nothing', async () => {
  const data = newFolder()
  await filled(join(data, 'evidence'))
  const { url, bucket, keyId, secret } = await newBucket()
  const environment = {
    MINGHENG_OBJECT_STORE_URL: url,
    MINGHENG_OBJECT_STORE_BUCKET: bucket,
    MINGHENG_OBJECT_STORE_KEY: keyId,
    MINGHENG_OBJECT_STORE_SECRET: secret,
  }
  const words = ['copy-evidence', '--to', 'bucket', '--data', data]
  const copied = await runBin(words, { env: environment })
  expect(copied.output).toContain('3 个区，9 个')
  expect(copied).toMatchObject({ code: 0, output: expect.stringContaining('全部抄到') })
  const away = await runBin(words, {
    env: { ...environment, MINGHENG_OBJECT_STORE_URL: 'http://127.0.0.1:1' },
  })
  expect(away).toMatchObject({ code: 3, error: expect.stringContaining(`127.0.0.1:1/${bucket}`) })
  expect(await runBin(words)).toMatchObject({ code: 3, error: expect.stringContaining('objectStoreUrl') })
})
