import { parseId, type AssessmentId, type TenantId } from '../../core/kernel/identifiers.ts'
import type { DigestAlgorithm } from '../../core/ledger/chain.ts'
import type { DigestsBy } from '../../core/proof/digests.ts'
import { openAssessmentFolder } from '../open-assessment-folder.ts'
import type { DataHouse, OpenData } from '../ports/data-house.ts'
import type { NoticeArchive } from '../ports/notice-archive.ts'
import { answered, failed, type Answer } from '../problem.ts'
import type { BundleSource } from './bundle-source.ts'
import { folderSource } from './folder-source.ts'
import { storedSource } from './stored-source.ts'

export interface SourceAsked {
  /** An assessment folder, or the id of an assessment in the data folder. */
  readonly given: string
  readonly data: string
  readonly tenantId: string | null
  /** For a folder, whose chain is made now. */
  readonly algorithm: DigestAlgorithm
}

export interface FoundSource {
  readonly source: BundleSource
  /** Null for an assessment folder. To be closed by whoever asked. */
  readonly data: OpenData | null
}

interface Ports {
  readonly archive: NoticeArchive
  readonly house: DataHouse
  readonly digestsBy: DigestsBy
}

/** The assessment that a person means by a path or an id. */
export async function findSource(asked: SourceAsked, ports: Ports): Promise<Answer<FoundSource>> {
  const folder = await ports.archive.open(asked.given)
  if (folder.ok) {
    const opened = await openAssessmentFolder(asked.given, ports.archive)
    if (!opened.ok) return opened
    return answered({ source: folderSource(opened.value, asked.algorithm, ports.digestsBy), data: null })
  }
  if (folder.fault.code !== 'folder-missing') return folder
  const opened = await ports.house.open(asked.data)
  if (!opened.ok && opened.refusal.code === 'store-unreachable')
    return failed({ code: 'nothing-to-export', given: asked.given, data: asked.data })
  if (!opened.ok) return refusedBy(opened.refusal)
  const found = await inData(asked, opened.value)
  if (!found.ok) await opened.value.close()
  return found
}

async function inData({ given, tenantId }: SourceAsked, data: OpenData): Promise<Answer<FoundSource>> {
  const tenants = await data.people.tenants()
  if (!tenants.ok) return refusedBy(tenants.refusal)
  const known: string[] = []
  const meant: TenantId[] = []
  for (const tenant of tenants.value) {
    const headers = await data.ledgers.headers(tenant.tenantId)
    if (!headers.ok) return refusedBy(headers.refusal)
    known.push(...headers.value.map(({ assessmentId }) => `${assessmentId}（${tenant.tenantId}）`))
    const isMeant = tenantId === null || tenantId === tenant.tenantId
    if (isMeant && headers.value.some(({ assessmentId }) => assessmentId === given)) meant.push(tenant.tenantId)
  }
  const [only, ...others] = meant
  const assessmentId = parseId<AssessmentId>(given)
  if (only === undefined || others.length > 0 || assessmentId === null)
    return failed({ code: 'assessment-unnamed', given, known })
  const source = await storedSource(data, only, assessmentId)
  return source.ok ? answered({ source: source.value, data }) : refusedBy(source.refusal)
}

export function refusedBy({ code, message }: { readonly code: string; readonly message: string }) {
  return failed({ code: 'refused', reason: code, message })
}
