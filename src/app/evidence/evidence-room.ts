import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Clock } from '../ports/clock.ts'
import { refusedEvidence, type EvidenceOutcome } from '../ports/evidence-refusals.ts'
import type { EvidenceFile, EvidenceStore, UploadId } from '../ports/evidence-store.ts'
import type { EvidenceMark, ReservedEvidence } from '../ports/reserved-evidence.ts'
import type { Stored } from '../ports/store-fault.ts'
import type { TenantStore } from '../ports/tenant-store.ts'

/** How much evidence a district holds, and how much more it may bring by its quota. */
export interface EvidenceRoom {
  /** Refused where so many bytes more would be too many; nothing is kept free for them. */
  readonly admit: (tenantId: TenantId, bytes: number) => Promise<EvidenceOutcome<null>>
  /** Seals an upload of so many bytes where there is room: those that are sealed at once, on whichever nodes, never share what is left. */
  readonly taking: (
    tenantId: TenantId,
    id: UploadId,
    bytes: number,
    seal: () => Promise<EvidenceOutcome<EvidenceFile>>,
  ) => Promise<EvidenceOutcome<EvidenceFile>>
  readonly held: (tenantId: TenantId) => Promise<EvidenceOutcome<HeldEvidence>>
}

/** What was sealed by `countedAt`; with a quota, also what was since. */
export interface HeldEvidence {
  readonly bytes: number
  readonly countedAt: Timestamp
}

interface Ports {
  readonly evidence: Pick<EvidenceStore, 'list'>
  readonly people: Pick<TenantStore, 'quotas'>
  /** Shared by every node that seals what `evidence` lists. */
  readonly reserved: ReservedEvidence
  readonly clock: Clock
}

interface Count {
  /** What the sealed files take together. */
  readonly listed: number
  readonly mark: EvidenceMark
  readonly countedAt: Timestamp
  readonly countedMs: number
  /** Whether everybody who seals has reserved since: nobody does where there is no quota. */
  readonly isWatched: boolean
}

/**
 * What is held is counted from the sealed files themselves, wherever they lie. The count is kept for ten minutes, and what is
 * sealed since counts beside it: a file that is sealed while files are counted may count twice until the next count, and never
 * not at all. So nobody is refused on a count that is older than a minute.
 */
export function evidenceRoom({ evidence, people, reserved, clock }: Ports): EvidenceRoom {
  const counts = new Map<TenantId, Count>()
  const counting = new Map<TenantId, Promise<EvidenceOutcome<Count>>>()
  const quotaOf = async (tenantId: TenantId): Promise<EvidenceOutcome<number | null>> => {
    const quotas = await people.quotas(tenantId)
    return quotas.ok ? accepted(quotas.value.evidenceBytes) : failed(quotas)
  }
  const count = async (tenantId: TenantId): Promise<EvidenceOutcome<Count>> => {
    const began = { countedAt: clock.now(), countedMs: clock.epochMs() }
    const quota = await quotaOf(tenantId)
    if (!quota.ok) return quota
    const mark = await reserved.mark(tenantId)
    if (!mark.ok) return failed(mark)
    const listed = await bytesListed(evidence, tenantId)
    if (!listed.ok) return listed
    const counted = { ...began, listed: listed.value, mark: mark.value, isWatched: quota.value !== null }
    counts.set(tenantId, counted)
    return accepted(counted)
  }
  const countOf = async (tenantId: TenantId, within: number, isDeciding: boolean): Promise<EvidenceOutcome<Count>> => {
    const isGood = ({ countedMs, isWatched }: Count): boolean =>
      Math.abs(clock.epochMs() - countedMs) < within && (isWatched || !isDeciding)
    const known = counts.get(tenantId)
    if (known !== undefined && isGood(known)) return accepted(known)
    const begun = await counting.get(tenantId)
    if (begun?.ok === true && isGood(begun.value)) return begun
    const counted = counting.get(tenantId) ?? count(tenantId).finally(() => counting.delete(tenantId))
    counting.set(tenantId, counted)
    return counted
  }
  const usedBy = async (tenantId: TenantId, { listed, mark }: Count): Promise<EvidenceOutcome<number>> => {
    const since = await reserved.since(tenantId, mark)
    return since.ok ? accepted(listed + since.value) : failed(since)
  }
  /** Whether it `fits` a count that is kept; if not, whether it fits one that is new. */
  const enter = async (
    tenantId: TenantId,
    quota: number,
    fits: (counted: Count) => Promise<EvidenceOutcome<boolean>>,
  ): Promise<EvidenceOutcome<null>> => {
    for (const within of [KEPT_MS, REFUSING_MS]) {
      const counted = await countOf(tenantId, within, true)
      if (!counted.ok) return counted
      const fitting = await fits(counted.value)
      if (!fitting.ok) return fitting
      if (fitting.value) break
      const used = await usedBy(tenantId, counted.value)
      if (!used.ok) return used
      if (within === REFUSING_MS) return refusedEvidence({ code: 'evidence-quota-full', used: used.value, quota })
    }
    return accepted(null)
  }
  return {
    admit: async (tenantId, bytes) => {
      const quota = await quotaOf(tenantId)
      if (!quota.ok) return quota
      const most = quota.value
      if (most === null) return accepted(null)
      return enter(tenantId, most, async (counted) => {
        const used = await usedBy(tenantId, counted)
        return used.ok ? accepted(used.value + bytes <= most) : used
      })
    },
    taking: async (tenantId, id, bytes, seal) => {
      const quota = await quotaOf(tenantId)
      if (!quota.ok) return quota
      const most = quota.value
      if (most === null) return seal()
      let isOwn = false
      const entered = await enter(tenantId, most, async ({ listed, mark }) => {
        const wish = { bytes, listed, mark, quota: most, at: clock.now() }
        const answer = await reserved.reserve(tenantId, id, wish)
        if (!answer.ok) return failed(answer)
        isOwn = answer.value === 'reserved'
        return accepted(answer.value !== 'full')
      })
      if (!entered.ok) return entered
      let isSealed = false
      try {
        const file = await seal()
        isSealed = file.ok
        return file
      } finally {
        // Where neither can be noted its room stays taken for a day: the file is sealed or refused all the same. Who found the
        // room taken gives back nothing: it is of who still seals.
        if (isSealed) await reserved.sealed(tenantId, id, bytes, clock.now())
        else if (isOwn) await reserved.release(tenantId, id)
      }
    },
    held: async (tenantId) => {
      const counted = await countOf(tenantId, KEPT_MS, false)
      if (!counted.ok) return counted
      const used = await usedBy(tenantId, counted.value)
      return used.ok ? accepted({ bytes: used.value, countedAt: counted.value.countedAt }) : used
    },
  }
}

/** For who asks once: the sealed files themselves, as they are now. */
export function evidenceNow({ evidence, clock }: Pick<Ports, 'evidence' | 'clock'>): Pick<EvidenceRoom, 'held'> {
  return {
    held: async (tenantId) => {
      const countedAt = clock.now()
      const listed = await bytesListed(evidence, tenantId)
      return listed.ok ? accepted({ bytes: listed.value, countedAt }) : listed
    },
  }
}

const PAGE = 1_000
const KEPT_MS = 600_000
const REFUSING_MS = 60_000

function failed({ refusal }: Extract<Stored<never>, { ok: false }>): ReturnType<typeof refusedEvidence> {
  return refusedEvidence({ code: 'store-failed', detail: refusal.message })
}

async function bytesListed(evidence: Ports['evidence'], tenantId: TenantId): Promise<EvidenceOutcome<number>> {
  let bytes = 0
  for (let after: Digest | null = null; ;) {
    const page = await evidence.list(tenantId, after, PAGE)
    if (!page.ok) return page
    for (const file of page.value) bytes += file.bytes
    const last = page.value.at(-1)?.digest
    if (last === undefined) return accepted(bytes)
    after = last
  }
}
