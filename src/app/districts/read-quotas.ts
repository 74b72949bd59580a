import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { EvidenceRoom } from '../evidence/evidence-room.ts'
import type { Actor } from '../people/actor.ts'
import { refuse, type PeopleRefusalCode } from '../people/people-refusals.ts'
import { may } from '../people/who-may.ts'
import type { Clock } from '../ports/clock.ts'
import type { EvidenceFaultCode } from '../ports/evidence-refusals.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import { quotasOf, type QuotaName } from '../ports/quotas.ts'
import type { RecordRefusalCode } from '../ports/record-refusals.ts'
import type { Tenant, TenantStore } from '../ports/tenant-store.ts'

/** What is counted where. */
export interface QuotaStores {
  readonly people: Pick<TenantStore, 'tenant' | 'quotas'> & Pick<PersonStore, 'countActive'>
  readonly ledgers: Pick<LedgerStore, 'headers'>
  readonly room: Pick<EvidenceRoom, 'held'>
  /** Of current records. */
  readonly countRecords: (tenantId: TenantId) => Promise<Outcome<number, RecordRefusalCode>>
  readonly clock: Pick<Clock, 'now'>
}

/** One thing that a district may hold so much of: `limit` null is as much as there is room for. */
export interface QuotaUse {
  readonly name: QuotaName
  /** In bytes for evidence, else how many. */
  readonly used: number
  readonly limit: number | null
  readonly standing: 'unlimited' | 'fine' | 'near' | 'full'
  /** Evidence without a quota: what was sealed since is missing. Everything else is as it is now. */
  readonly countedAt: Timestamp
}

type QuotasRead = Outcome<readonly QuotaUse[], PeopleRefusalCode | EvidenceFaultCode | RecordRefusalCode>

/** How the actor's own district stands with its quotas. */
export async function readQuotas(stores: QuotaStores, actor: Actor): Promise<QuotasRead> {
  if (!may(actor, 'quota.read', null)) return refuse('forbidden', 'quota.read')
  const tenant = await stores.people.tenant(actor.tenantId)
  if (!tenant.ok) return tenant
  return tenant.value === null ? refuse('tenant-unknown') : quotaUses(stores, tenant.value)
}

/** The same of any district, for the operator at the machine. */
export async function quotaUses(stores: QuotaStores, { tenantId, kind }: Tenant): Promise<QuotasRead> {
  const quotas = await stores.people.quotas(tenantId)
  if (!quotas.ok) return quotas
  const uses: QuotaUse[] = []
  for (const name of quotasOf(kind)) {
    const counted = await countOf(stores, tenantId, name)
    if (!counted.ok) return counted
    const { used, countedAt = stores.clock.now() } = counted.value
    const limit = quotas.value[name]
    uses.push({ name, used, limit, standing: standingOf(used, limit), countedAt })
  }
  return accepted(uses)
}

/** From this share of a quota on there is a warning. */
const NEAR = 0.8

function standingOf(used: number, limit: number | null): QuotaUse['standing'] {
  if (limit === null) return 'unlimited'
  if (used >= limit) return 'full'
  return used >= limit * NEAR ? 'near' : 'fine'
}

interface Counted {
  readonly used: number
  readonly countedAt?: Timestamp
}

async function countOf(
  { people, ledgers, room, countRecords }: QuotaStores,
  tenantId: TenantId,
  name: QuotaName,
): Promise<Outcome<Counted, PeopleRefusalCode | EvidenceFaultCode | RecordRefusalCode>> {
  switch (name) {
    case 'people':
      return usedOf(await people.countActive(tenantId), (active) => ({ used: active }))
    case 'assessments':
      return usedOf(await ledgers.headers(tenantId), ({ length }) => ({ used: length }))
    case 'evidenceBytes':
      return usedOf(await room.held(tenantId), ({ bytes, countedAt }) => ({ used: bytes, countedAt }))
    case 'records':
      return usedOf(await countRecords(tenantId), (records) => ({ used: records }))
  }
}

function usedOf<Value, Code extends string>(
  counted: Outcome<Value, Code>,
  say: (value: Value) => Counted,
): Outcome<Counted, Code> {
  return counted.ok ? accepted(say(counted.value)) : counted
}
