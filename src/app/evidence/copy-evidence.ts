import { accepted } from '../../core/kernel/outcome.ts'
import type { EvidenceOutcome } from '../ports/evidence-refusals.ts'
import type { SealedEvidence, SealedObject } from '../ports/sealed-evidence.ts'

/** What was found in one place and is now in the other, each read back there and digested. */
export interface EvidenceCopy {
  readonly tenants: number
  readonly files: number
  readonly bytes: number
  /** Those that the other place did not have. */
  readonly copied: number
  /** Names, with why: files that are not what they were sealed as, here or there. Nothing of them was copied. */
  readonly damaged: readonly string[]
}

interface Counting {
  files: number
  bytes: number
  copied: number
  readonly damaged: string[]
}

/** Sealed files never change: what was copied is not copied again, so it may be done again until nothing is new. */
export async function copyEvidence(
  from: SealedEvidence,
  to: SealedEvidence,
  say: (what: string) => void,
): Promise<EvidenceOutcome<EvidenceCopy>> {
  const tenants = await from.tenants()
  if (!tenants.ok) return tenants
  const counting: Counting = { files: 0, bytes: 0, copied: 0, damaged: [] }
  for (const tenant of tenants.value)
    for (let after: SealedObject | null = null; ;) {
      const page = await from.sealed(tenant, after)
      if (!page.ok) return page
      for (const sealed of page.value) {
        const done = await copyOne(from, to, sealed, counting)
        if (!done.ok) return done
        if (!sealed.isNote && counting.files % 20 === 1) say(`已核对 ${counting.files} 个证据文件`)
      }
      const last: SealedObject | undefined = page.value.at(-1)
      if (last === undefined) break
      after = last
    }
  return accepted({ tenants: tenants.value.length, ...counting })
}

async function copyOne(
  from: SealedEvidence,
  to: SealedEvidence,
  sealed: SealedObject,
  counting: Counting,
): Promise<EvidenceOutcome<null>> {
  const held = await to.holds(sealed)
  if (!held.ok) return held
  const isThere = held.value
  if (!isThere) {
    const written = await to.write(sealed, from.read(sealed))
    if (!written.ok && written.refusal.code !== 'evidence-corrupted') return written
    if (!written.ok) counting.damaged.push(`${from.place}：${sealed.name}`)
    if (!written.ok) return accepted(null)
  }
  if (sealed.isNote) return accepted(null)
  const digested = await to.digested(sealed)
  if (!digested.ok) return digested
  counting.files += 1
  if (digested.value !== sealed.digest) {
    counting.damaged.push(`${to.place}：${sealed.name}`)
    return accepted(null)
  }
  counting.bytes += sealed.bytes
  if (!isThere) counting.copied += 1
  return accepted(null)
}
