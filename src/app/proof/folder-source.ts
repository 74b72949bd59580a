import { canonicalJson } from '../../core/kernel/canonical-json.ts'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { genesisOf, linkEvents, type DigestAlgorithm, type LedgerHeader } from '../../core/ledger/chain.ts'
import type { DigestsBy } from '../../core/proof/digests.ts'
import type { OpenedAssessment } from '../open-assessment-folder.ts'
import type { BundleSource } from './bundle-source.ts'

/**
 * An assessment folder as the source of a bundle. Its ledger is a plain list of events without a chain, so the chain is
 * made here: it shows changes from now on, and says nothing of what was changed before.
 */
export function folderSource(
  { rubric, folder, events }: OpenedAssessment,
  algorithm: DigestAlgorithm,
  digestsBy: DigestsBy,
): BundleSource {
  const { of } = digestsBy(algorithm)
  const notice = folder.notice.text
  const header: LedgerHeader = {
    format: 'mingheng-ledger/1',
    algorithm,
    tenantId: 'folder' as TenantId,
    assessmentId: rubric.id as string as AssessmentId,
    rubricDigest: of(canonicalJson(rubric)),
    noticeDigest: of(notice),
  }
  const entries = linkEvents(genesisOf(header, of), events, of)
  return {
    header,
    notice,
    rubric,
    earlier: folder.interpretations,
    calendars: folder.calendar === null ? [] : [folder.calendar],
    entries: (afterSeq) => Promise.resolve(accepted(entries.slice(afterSeq, afterSeq + PAGE))),
    evidence: (digest) =>
      Promise.resolve(accepted({ kind: 'evidence', digest, bytes: null, mediaType: null } as const)),
  }
}

const PAGE = 2_000
