import type { CenterId, PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'

export interface KnownInspector {
  readonly personId: PersonId
  readonly name: string
  /** From which he or she is kept away; null for the district's own people. */
  readonly centerId: CenterId | null
}

const AT_A_TIME = 200

/** Everybody of the district with the role and an account that is in use. */
export async function inspectorsOf(
  { people }: Pick<Office, 'people'>,
  tenantId: TenantId,
): Promise<Acting<readonly KnownInspector[]>> {
  const found: KnownInspector[] = []
  for (let after: string | null = null; ;) {
    const page = await people.people(tenantId, after, AT_A_TIME)
    if (!page.ok) return page
    for (const { personId, name, centerId, roles, state } of page.value)
      if (roles.includes('inspector') && state === 'active') found.push({ personId, name, centerId })
    const last = page.value.at(-1)
    if (page.value.length < AT_A_TIME || last === undefined) return accepted(found)
    after = last.username
  }
}
