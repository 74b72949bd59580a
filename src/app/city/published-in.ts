import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Office } from '../office/office.ts'
import type { Tenant } from '../ports/tenant-store.ts'
import { publishedOf, type PublishedResults } from '../reading/public-results.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'

/** Published results with whose they are and by what they were measured. */
export interface PublishedBy {
  readonly district: TenantId
  readonly assessmentId: AssessmentId
  readonly basis: Digest
  readonly results: PublishedResults
}

/** All that a district has published; a ledger that cannot be read is counted and hides no other. */
export async function publishedIn(
  office: Office,
  { tenantId, name }: Tenant,
): Promise<Acting<{ readonly published: readonly PublishedBy[]; readonly unreadable: number }>> {
  const headers = await office.ledgers.headers(tenantId)
  if (!headers.ok) return headers
  const published: PublishedBy[] = []
  let unreadable = 0
  for (const { assessmentId } of headers.value) {
    const looked = await office.live.look(tenantId, assessmentId)
    if (!looked.ok) {
      unreadable += 1
      continue
    }
    const results = publishedOf(looked.value, name)
    if (results !== null)
      published.push({ district: tenantId, assessmentId, basis: basisOf(office, looked.value), results })
  }
  return accepted({ published, unreadable })
}

/**
 * What points mean: the rubric, the answers in force to what it leaves open, and the period. Two districts with the same are
 * measured alike, whatever digests their ledgers use; who answered, when and why makes no difference.
 */
function basisOf({ digester }: Office, { adopted, state }: LiveAssessment): Digest {
  const answers = [...state.answers.values()]
    .map(({ questionId, reading, points }) => ({ questionId, reading, points }))
    .sort((one, other) => (one.questionId < other.questionId ? -1 : 1))
  const { periodFrom, periodTo } = state
  return digester('sha256')(canonicalJson({ rubric: adopted.rubric, answers, periodFrom, periodTo }))
}
