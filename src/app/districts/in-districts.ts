import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'

/** What a round over districts asks between two of them, and whom it tells of one that failed. */
export interface RoundWatch {
  readonly isEnding: () => boolean
  /** `trouble` is the code of a refusal, or what was thrown. */
  readonly tellFailed: (tenantId: TenantId, trouble: unknown) => void
}

export const UNWATCHED: RoundWatch = { isEnding: () => false, tellFailed: () => undefined }

/**
 * One district, or one thing of a district's, after another. One that fails, by a refusal or a bug, is told by name and keeps
 * nothing from the others; when they are done, the last such refusal is answered, the last such bug thrown. Where several after
 * each other cannot reach their store, it is the store of them all, and the rest is left to the next round.
 */
export async function inDistricts<Part extends TenantId | { readonly tenantId: TenantId }, Code extends string>(
  parts: readonly Part[],
  act: (part: Part) => Promise<Outcome<unknown, Code>>,
  { isEnding, tellFailed }: RoundWatch = UNWATCHED,
): Promise<Outcome<null, Code>> {
  let end = (): Outcome<null, Code> => accepted(null)
  let unreachable = 0
  for (const part of parts) {
    if (isEnding() || unreachable === MOST_UNREACHABLE) break
    const tenantId = tenantOf(part)
    try {
      const acted = await act(part)
      unreachable = !acted.ok && acted.refusal.code === 'store-unreachable' ? unreachable + 1 : 0
      if (acted.ok) continue
      tellFailed(tenantId, acted.refusal.code)
      end = () => acted
    } catch (error) {
      tellFailed(tenantId, error)
      end = () => {
        throw error
      }
    }
  }
  return end()
}

/** The same in those that were found to be due. */
export async function inDueDistricts<Code extends string>(
  due: Outcome<readonly TenantId[], Code>,
  act: (tenantId: TenantId) => Promise<Outcome<unknown, Code>>,
  watch?: RoundWatch,
): Promise<Outcome<null, Code>> {
  return due.ok ? inDistricts(due.value, act, watch) : due
}

const MOST_UNREACHABLE = 3

function tenantOf(part: TenantId | { readonly tenantId: TenantId }): TenantId {
  return typeof part === 'object' ? part.tenantId : part
}
