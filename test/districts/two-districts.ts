import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { liveAssessments } from '../../src/app/office/live-assessments.ts'
import { recordAccess } from '../../src/app/people/record-access.ts'
import { parseUploadId, type EvidenceStore } from '../../src/app/ports/evidence-store.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { plusSeconds } from '../../src/core/kernel/elapsed.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import type { Configuration } from '../../src/main/configuration-keys.ts'
import { demoConfiguration } from '../../src/main/demo-configuration.ts'
import { openStores } from '../../src/main/open-stores.ts'
import { kept } from '../fixtures/acting-office.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { smallParts } from '../fixtures/small-bundle.ts'
import { addTenant, liveYear, type DistrictsOffice } from '../fixtures/published-district.ts'
import { somePerson } from '../fixtures/some-person.ts'

export const SECRET = '$argon2id$this-opens-a-door'

const { rubric, notice } = smallParts()
const digestOf = nodeDigester('sha256')

/** One that is read again from its notice, as a verification does. */
const readable = {
  rubric,
  notice,
  rubricDigest: digestOf(canonicalJson(rubric)),
  noticeDigest: digestOf(notice),
}

/** An installation with two districts that hold something everywhere, in its data folder or on servers, and nobody at work in it. */
export async function twoDistricts(
  folder: string,
  configuration: Configuration = demoConfiguration(folder, 0),
): Promise<void> {
  const clock = setClock(timestamp('2022-01-05T09:00:00+08:00'))
  const stores = kept(await openStores(configuration, clock))
  const { ledger, people, evidence } = stores
  const live = liveAssessments({ ...ledger, digester: nodeDigester })
  const office: DistrictsOffice = { ...ledger, people, evidence, clock, digester: nodeDigester, live }
  for (const district of ['d1', 'd2']) {
    await addTenant(office, district, { name: `${district}区` })
    await liveYear(office, {
      tenantId: district,
      centers: [
        ['东街道', 2],
        ['西镇', 0],
      ],
      isAppealed: true,
      adopted: readable,
      until: 'published',
    })
    await liveYear(office, {
      tenantId: district,
      year: 2022,
      centers: [['东街道', 1]],
      adopted: readable,
      until: 'running',
    })
    await addPeople(office, district)
    const tenantId = id<TenantId>(district)
    await recordAccess(
      { ...stores, clock },
      { tenantId, personId: null, action: 'sign-in', result: 'failed' },
      { requestId: null, address: null },
    )
    await addEvidence(office, evidence, tenantId)
    const claim = { tenantId, personId: id<never>('p1'), key: `key-${district}` }
    kept(await stores.answers.claim(claim, 'a'.repeat(64), clock.now(), clock.now(), 'n1'))
    putFile(
      join(folder, 'records', district, 'serviceCase', '2021-05', `${'a'.repeat(64)}.parquet`),
      `records of ${district}`,
    )
    putFile(join(folder, 'record-files', district, 'uploads', 'x'), `an upload of ${district}`)
  }
  await stores.close()
}

async function addPeople({ people, clock }: DistrictsOffice, district: string): Promise<void> {
  const [tenantId, now] = [id<TenantId>(district), clock.now()]
  const password = { hash: SECRET, previous: [SECRET], setAt: now, mustChange: false }
  const secondFactor = { secret: SECRET, isConfirmed: true, lastStep: null }
  kept(await people.addPerson(somePerson({ tenantId, personId: id('p1'), username: 'wang', password, secondFactor })))
  const until = plusSeconds(now, 3_600)
  const session = {
    tenantId,
    tokenDigest: SECRET,
    personId: id<never>('p1'),
    method: 'password',
    isComplete: true,
  } as const
  kept(await people.addSession({ ...session, createdAt: now, lastSeenAt: now, expiresAt: until }))
  const token = { tenantId, tokenId: 't1', tokenDigest: SECRET, ownerId: id<never>('p1'), name: '程序', scopes: [] }
  kept(await people.addApiToken({ ...token, createdAt: now, expiresAt: until, revokedAt: null, lastUsedAt: null }))
}

async function addEvidence({ clock }: DistrictsOffice, evidence: EvidenceStore, tenantId: TenantId): Promise<void> {
  const content = Buffer.from(`%PDF-1.7\n${tenantId}\n%%EOF`)
  const upload = parseUploadId('upload-1')
  if (upload === null) throw new Error('no upload id')
  const claim = { by: id<never>('p1'), name: 'a.pdf', bytes: content.length, digest: null, begunAt: clock.now() }
  kept(await evidence.begin(tenantId, upload, claim))
  kept(await evidence.append(tenantId, upload, 0, once(content)))
  kept(await evidence.finish(tenantId, upload))
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content)
}

function putFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
