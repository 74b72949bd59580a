import type { FastifyBaseLogger, FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { memoryAccessLog } from '../../src/adapters/access-log/memory-access-log.ts'
import { memoryAnswers } from '../../src/adapters/answers/memory-answers.ts'
import { setClock, type SetClock } from '../../src/adapters/clock/set-clock.ts'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { memoryDocuments } from '../../src/adapters/documents/outgoing/memory-documents.ts'
import { memoryReservedEvidence } from '../../src/adapters/evidence/memory-reserved-evidence.ts'
import { memoryEvidence } from '../../src/adapters/evidence/memory-evidence.ts'
import { noticeReader } from '../../src/adapters/documents/incoming/read-notice.ts'
import { sharpPublisher } from '../../src/adapters/evidence/published-copy.ts'
import { documentTray } from '../../src/adapters/files/document-tray.ts'
import { memoryJobs } from '../../src/adapters/jobs/memory-jobs.ts'
import { memoryLedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import { totpCodes } from '../../src/adapters/one-time-codes/totp-codes.ts'
import { argon2Passwords } from '../../src/adapters/passwords/argon2-passwords.ts'
import { memoryPeople } from '../../src/adapters/people/memory-people.ts'
import { memorySamplingSecrets } from '../../src/adapters/sampling/memory-sampling-secrets.ts'
import { seededSecrets } from '../../src/adapters/secrets/seeded-secrets.ts'
import type { DocumentPorts } from '../../src/app/documents/make-document.ts'
import { evidenceRoom } from '../../src/app/evidence/evidence-room.ts'
import { smallCopies } from '../../src/app/evidence/small-copies.ts'
import { cityDesk } from '../../src/app/city/city-desk.ts'
import { liveAssessments } from '../../src/app/office/live-assessments.ts'
import { jobLine } from '../../src/app/records/job-line.ts'
import { oneEach } from '../../src/app/records/one-each.ts'
import { openSession } from '../../src/app/people/open-session.ts'
import type { PeoplePorts } from '../../src/app/people/people-ports.ts'
import { newToken } from '../../src/app/people/tenant-token.ts'
import { ACTIONS, type Action } from '../../src/app/people/who-may.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../src/app/ports/evidence-kind.ts'
import type { Person } from '../../src/app/ports/person-store.ts'
import { plusSeconds } from '../../src/core/kernel/elapsed.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp, type Timestamp } from '../../src/core/kernel/timestamp.ts'
import { buildServer } from '../../src/server/build-server.ts'
import { csrfTokenOf } from '../../src/server/check-origin.ts'
import { meter } from '../../src/server/meter.ts'
import { SERVER_ROUTES } from '../../src/server/server-routes.ts'
import type { Route } from '../../src/server/route.ts'
import type { ServerParts } from '../../src/server/server-parts.ts'
import { USUAL_SETTINGS, type ServerSettings } from '../../src/server/server-settings.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { foundAssessment } from './found-assessment.ts'
import { foundDistrict, type Who } from './found-district.ts'
import { lazyRecords } from './lazy-records.ts'

/**
 * A whole server on memory, its clock standing: two districts `d1` and `d2` with somebody for every duty in each
 * (`found-district.ts`), one assessment in each with a finding in every standing (`found-assessment.ts`), answers checked against their contracts, rates unlimited unless a test says otherwise.
 */
export interface ServerFixture {
  readonly app: FastifyInstance
  readonly parts: ServerParts
  readonly clock: SetClock
  /** Asks as somebody, by a session with its CSRF token (a fresh key with every write); null asks as nobody. */
  readonly ask: (who: Who | null, request: InjectOptions) => Promise<LightMyRequestResponse>
  /** The headers of a signed-in browser. */
  readonly session: (who: Who) => Promise<Record<string, string>>
  /** The header of a program of somebody's; without scopes it may whatever its owner may. */
  readonly token: (who: Who, scopes?: readonly Action[]) => Promise<Record<string, string>>
  readonly person: (who: Who) => Promise<Person>
  /** What the access log of a district tells, the oldest first: `finding.reply refused forbidden`. */
  readonly told: (district: string) => Promise<readonly string[]>
}

export interface FixtureSetting {
  readonly settings?: Partial<ServerSettings>
  readonly routes?: readonly Route[]
  readonly logger?: FastifyBaseLogger
  /** What its clock says at first; people's passwords are set then. */
  readonly now?: Timestamp
  /** By what documents are made; else by lines of JSON. */
  readonly documents?: DocumentPorts
  readonly districts?: readonly string[]
  /** Districts that have the assessment of `found-assessment.ts`. */
  readonly assessments?: readonly string[]
}

export const PASSWORD = 'Quiet-River-42'

export async function serverFixture(setting: FixtureSetting = {}): Promise<ServerFixture> {
  const clock = setClock(setting.now ?? timestamp('2021-05-24T09:00:00+08:00'))
  const parts = memoryParts(clock, setting)
  for (const district of setting.districts ?? ['d1', 'd2']) await foundDistrict(parts, district, PASSWORD)
  for (const district of setting.assessments ?? ['d1', 'd2']) await foundAssessment(parts, id<TenantId>(district))
  const app = await buildServer(parts, setting.routes ?? SERVER_ROUTES, setting.logger ?? null)
  const { people, secrets } = parts
  const person = async ([tenantId, username]: Who) => {
    const found = valueOf(await people.people.personByUsername(tenantId, username))
    if (found === null) throw new Error(`nobody is called ${username} in ${tenantId}`)
    return found
  }
  const session = async (who: Who) => {
    const opened = await openSession(people, await person(who), { method: 'password', isComplete: true }, null)
    const { token } = valueOf(opened)
    return { cookie: `mingheng=${encodeURIComponent(token)}`, 'x-csrf-token': csrfTokenOf(token, secrets) }
  }
  let keys = 0
  return {
    app,
    parts,
    clock,
    person,
    session,
    token: async (who, scopes = ACTIONS) => ({
      authorization: `Bearer ${await keepToken(people, await person(who), scopes)}`,
    }),
    ask: async (who, request) => {
      const key = `fixture-key-${(keys += 1)}`
      const own = who === null ? {} : await session(who)
      const headers = { 'idempotency-key': key, ...own, ...request.headers }
      return app.inject({ ...request, headers })
    },
    told: async (tenantId) => {
      const filter = { personId: null, action: null, result: null, from: null, to: null }
      const entries = valueOf(await people.accessLog.read(id<TenantId>(tenantId), filter, null, 1_000))
      return entries.map(({ action, result, reason }) => [action, result, reason ?? ''].join(' ').trim()).reverse()
    },
  }
}

function memoryParts(clock: SetClock, { settings = {}, documents }: FixtureSetting): ServerParts {
  const secrets = seededSecrets('server')
  const file = memoryLedgerFile(nodeDigester)
  const store = memoryPeople()
  const people: PeoplePorts = {
    people: store,
    accessLog: memoryAccessLog(clock),
    clock,
    secrets,
    hasher: argon2Passwords({ memoryCost: 8, timeCost: 1, parallelism: 1 }),
    codes: totpCodes,
  }
  const evidence = memoryEvidence(USUAL_EVIDENCE_LIMITS)
  const live = liveAssessments({ ...file, digester: nodeDigester })
  const office = { ...file, people: store, evidence, clock, digester: nodeDigester, live }
  const jobs = memoryJobs()
  const line = jobLine({ store: jobs, nodeId: 'n1', clock, tellBug: tellTest })
  return {
    settings: {
      ...USUAL_SETTINGS,
      rates: { requests: null, signInByAddress: null, signInByAccount: null },
      checksAnswers: true,
      ...settings,
    },
    nodeId: 'n1',
    clock,
    secrets,
    people,
    answers: memoryAnswers(),
    office,
    evidence: {
      evidence,
      images: sharpPublisher(),
      small: smallCopies(),
      room: evidenceRoom({ evidence, people: store, reserved: memoryReservedEvidence(), clock }),
      clock,
    },
    records: { ...lazyRecords(), office, jobs, line, previews: oneEach(), secrets },
    sampling: { office, kept: memorySamplingSecrets(), random: secrets, drawn: new Map() },
    city: cityDesk(office),
    notices: noticeReader(),
    proof: { digestsBy: nodeDigests, program: 'test' },
    documents: documents ?? { writer: memoryDocuments, tray: documentTray },
    meter: meter(),
    readiness: async () => [{ name: '台账', isReady: true }],
    signOns: new Map(),
    pagesFolder: null,
  }
}

/** A bug where no request waits fails the test that is running, and holds up no job. */
function tellTest(bug: unknown): void {
  setImmediate(() => {
    throw bug
  })
}

/** What a program of somebody shows; it may whatever its owner may, unless `scopes` say less. */
export async function keepToken(
  people: PeoplePorts,
  owner: Person,
  scopes: readonly Action[] = ACTIONS,
): Promise<string> {
  const { text, digest } = newToken(people, owner.tenantId)
  const now = people.clock.now()
  valueOf(
    await people.people.addApiToken({
      tenantId: owner.tenantId,
      tokenId: people.secrets.id(),
      tokenDigest: digest,
      ownerId: owner.personId,
      name: '测试',
      scopes,
      createdAt: now,
      expiresAt: plusSeconds(now, 86_400 * 300),
      revokedAt: null,
      lastUsedAt: null,
    }),
  )
  return text
}
