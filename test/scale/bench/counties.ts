import { setClock } from '../../../src/adapters/clock/set-clock.ts'
import { nodeDigester } from '../../../src/adapters/digests/node-digester.ts'
import { openPostgresLedger } from '../../../src/adapters/ledger/open-postgres-ledger.ts'
import { memoryPeople } from '../../../src/adapters/people/memory-people.ts'
import { openPostgres, type Postgres } from '../../../src/adapters/postgres/open-postgres.ts'
import { liveAssessments } from '../../../src/app/office/live-assessments.ts'
import type { Office } from '../../../src/app/office/office.ts'
import type { Actor } from '../../../src/app/people/actor.ts'
import { ALONE, type Tenant } from '../../../src/app/ports/tenant-store.ts'
import { canonicalJson } from '../../../src/core/kernel/canonical-json.ts'
import { id, type AssessmentId, type PersonId, type TenantId } from '../../../src/core/kernel/identifiers.ts'
import { accepted } from '../../../src/core/kernel/outcome.ts'
import { timestamp } from '../../../src/core/kernel/timestamp.ts'
import { linkEvents } from '../../../src/core/ledger/chain.ts'
import type { LedgerEvent } from '../../../src/core/ledger/ledger-event.ts'
import { benchLedgerOf } from '../../bench/bench-ledger.ts'
import { benchRubric, type BenchRubric } from '../../bench/bench-rubric.ts'
import { happeningsUnder } from '../../bench/center-events.ts'
import { kept } from '../../fixtures/acting-office.ts'

/** The counties of a nation, each a tenant with its own rubric and one small year, in one schema of a PostgreSQL server. */
export const YEAR = id<AssessmentId>('2021')
const SCHEMA = 'counties'
const digestOf = nodeDigester('sha256')
const AFTER_THE_YEAR = timestamp('2022-03-02T09:00:00+08:00')

export function countyAt(at: number): TenantId {
  return id<TenantId>(`county-${at}`)
}

/** Somebody who inspects and assesses there. */
export function assessorOf(tenantId: TenantId): Actor {
  const personId = id<PersonId>('assessor-1')
  return { tenantId, personId, name: personId, roles: ['assessor', 'inspector'], centerId: null, scopes: null }
}

export interface CountyRubric {
  readonly bench: BenchRubric
  readonly digests: Readonly<Record<'rubricDigest' | 'noticeDigest', ReturnType<typeof digestOf>>>
}

export async function countyRubric(): Promise<CountyRubric> {
  const bench = await benchRubric()
  const { rubric, folder } = bench
  return {
    bench,
    digests: { rubricDigest: digestOf(canonicalJson(rubric)), noticeDigest: digestOf(folder.notice.text) },
  }
}

/** Years as counties have them: two to six centers with five to forty findings each, all decided, none closed. */
export function countyYears({ bench }: CountyRubric): readonly (readonly LedgerEvent[])[] {
  const happenings = happeningsUnder(bench.rubric)
  return Array.from({ length: KINDS }, (_, at) =>
    benchLedgerOf(happenings, 2 + (at % 5), 5 + ((at * 7) % 36), at + 1).slice(0, -1),
  )
}

const KINDS = 36

export interface CountyOffice {
  readonly office: Office
  readonly postgres: Postgres
  readonly close: () => Promise<void>
}

/** A node as it starts: nothing at hand. */
export async function countyOffice(url: string, heldMegabytes: number | null): Promise<CountyOffice> {
  const postgres = kept(await openPostgres({ url, schema: SCHEMA, connections: 10 }))
  const stores = kept(await openPostgresLedger(postgres, nodeDigester))
  const office: Office = {
    ...stores,
    people: { ...memoryPeople(), tenant: async (tenantId) => accepted(countyTenant(tenantId)) },
    evidence: { hasBrought: async () => accepted(true), stat: async () => Promise.reject(new Error('no evidence')) },
    clock: setClock(AFTER_THE_YEAR),
    digester: nodeDigester,
    live: liveAssessments({ ...stores, digester: nodeDigester, heldMegabytes }),
  }
  return { office, postgres, close: postgres.close }
}

function countyTenant(tenantId: TenantId): Tenant {
  return { tenantId, name: tenantId, digest: 'sha256', secondFactor: 'optional', ...ALONE }
}

/** The rubric adopted and the year in its ledger. Answers how many events that are. */
export async function fillCounty(
  { ledgers, rubrics }: Office,
  tenantId: TenantId,
  { bench, digests }: CountyRubric,
  year: readonly LedgerEvent[],
): Promise<number> {
  kept(await rubrics.keep(tenantId, { rubric: bench.rubric, notice: bench.folder.notice.text, ...digests }))
  const header = { format: 'mingheng-ledger/1', algorithm: 'sha256', tenantId, assessmentId: YEAR, ...digests } as const
  const head = kept(await ledgers.create(header))
  const entries = linkEvents(head, year, digestOf)
  const key = { key: 'year', request: digestOf('year') }
  const appended = kept(await ledgers.append(tenantId, YEAR, { expected: head, entries, key, messages: [] }))
  if (appended.kind !== 'appended') throw new Error(appended.kind)
  return entries.length
}
