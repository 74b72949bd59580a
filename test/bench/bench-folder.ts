import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import type { TenantId, AssessmentId } from '../../src/core/kernel/identifiers.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { linkEvents, type LedgerHeader } from '../../src/core/ledger/chain.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { kept } from '../fixtures/acting-office.ts'
import { foundFolder, tenantId, type FoundedFolder } from '../server/founded-folder.ts'
import type { BenchRubric } from './bench-rubric.ts'

const BATCH = 10_000

/** A data folder with the same ledger under each of the assessments, laid down by the store that a server uses. */
export async function benchFolder(
  root: string,
  { rubric, folder }: BenchRubric,
  events: readonly LedgerEvent[],
  assessmentIds: readonly AssessmentId[],
): Promise<FoundedFolder> {
  const digestOf = nodeDigester('sha256')
  const notice = folder.notice.text
  const digests = { rubricDigest: digestOf(canonicalJson(rubric)), noticeDigest: digestOf(notice) }
  return foundFolder(root, async ({ office: { ledgers, rubrics } }) => {
    kept(await rubrics.keep(tenantId, { rubric, notice, ...digests }))
    for (const assessmentId of assessmentIds) {
      let head = kept(await ledgers.create(headerOf(tenantId, assessmentId, digests)))
      for (let at = 0; at < events.length; at += BATCH) {
        const entries = linkEvents(head, events.slice(at, at + BATCH), digestOf)
        const key = { key: `${assessmentId}-${at}`, request: digestOf(String(at)) }
        const batch = { expected: head, entries, key, messages: [] }
        const appended = kept(await ledgers.append(tenantId, assessmentId, batch))
        if (appended.kind !== 'appended') throw new Error(appended.kind)
        head = appended.head
      }
    }
  })
}

function headerOf(
  tenant: TenantId,
  assessmentId: AssessmentId,
  digests: Pick<LedgerHeader, 'rubricDigest' | 'noticeDigest'>,
): LedgerHeader {
  return { format: 'mingheng-ledger/1', algorithm: 'sha256', tenantId: tenant, assessmentId, ...digests }
}
