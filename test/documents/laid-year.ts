import { textFiles } from '../../src/adapters/documents/text-file.ts'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { noticeFolders } from '../../src/adapters/files/notice-folder.ts'
import { generateYear } from '../../src/app/example-year/generate-year.ts'
import { openExampleNotice } from '../../src/app/open-example-notice.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { id, type AssessmentId, type CenterId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { genesisOf, linkEvents, type LedgerHeader } from '../../src/core/ledger/chain.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { asking, type Ask } from '../security/planted-ask.ts'
import type { ServerFixture } from '../server/server-fixture.ts'

/** The example year of the notice that comes along, as the ledger of a running server, with the office's answers to its questions. */
export interface LaidYear {
  readonly root: string
  readonly centers: readonly CenterId[]
  readonly ask: Ask
}

const ASSESSMENT = id<AssessmentId>('year')
const DISTRICT = id<TenantId>('d1')

export async function layExampleYear(server: ServerFixture): Promise<LaidYear> {
  const notices = new URL('../../notices', import.meta.url).pathname
  const opened = await openExampleNotice({ folder: null, noticesRoot: notices }, noticeFolders(textFiles))
  if (!opened.ok) throw new Error(opened.fault.code)
  const { rubric, folder } = opened.value
  const { calendar, centers, interpretations, notice } = folder
  const { year } = rubric
  if (calendar === null || year === null) throw new Error('the example has no calendar or no year')
  const period = { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) }
  const events = generateYear({ rubric, centers, period, calendar, seed: year })
  const { of } = nodeDigests('sha256')
  const header: LedgerHeader = {
    format: 'mingheng-ledger/1',
    algorithm: 'sha256',
    tenantId: DISTRICT,
    assessmentId: ASSESSMENT,
    rubricDigest: of(canonicalJson(rubric)),
    noticeDigest: of(notice.text),
  }
  const { ledgers, rubrics } = server.parts.office
  const adopted = { rubric, rubricDigest: header.rubricDigest, notice: notice.text, noticeDigest: header.noticeDigest }
  valueOf(await rubrics.keep(DISTRICT, adopted))
  valueOf(await ledgers.create(header))
  const genesis = genesisOf(header, of)
  const entries = linkEvents(genesis, events, of)
  const key = { key: 'example-year', request: of('example-year') }
  valueOf(await ledgers.append(DISTRICT, ASSESSMENT, { expected: genesis, entries, key, messages: [] }))
  const ask = asking(server, DISTRICT)
  const root = `/api/v1/assessments/${ASSESSMENT}`
  for (const { questionId, reading, points, reason } of interpretations)
    await ask('assessor', 'POST', `${root}/questions/${encodeURIComponent(questionId)}/answers`, {
      reading,
      points,
      reason,
    })
  return { root, centers: centers.map((center) => center.id), ask }
}
