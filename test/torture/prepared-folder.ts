import { systemClock } from '../../src/adapters/clock/system-clock.ts'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { openAssessment } from '../../src/app/acting/open-assessment.ts'
import type { AdoptedRubric } from '../../src/app/ports/rubric-archive.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { id, type AssessmentId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import type { ServerParts } from '../../src/server/server-parts.ts'
import { kept } from '../fixtures/acting-office.ts'
import { smallParts } from '../fixtures/small-bundle.ts'
import { actorNamed, east, here, west } from '../server/found-district.ts'
import { foundFolder, tenantId, type FoundedFolder } from '../server/founded-folder.ts'

/** What a server of these tests is started with: nobody is slowed down, the log says only what goes wrong. */
export const ENVIRONMENT = {
  MINGHENG_REQUEST_RATE: 'none',
  MINGHENG_LOG_LEVEL: 'error',
  MINGHENG_RESERVE_MEGABYTES: '1',
} as const

export const ASSESSMENTS: readonly AssessmentId[] = [id('a1'), id('a2')]
/** As the wall clock has it: the real server asks no other. */
const YEAR = Number(systemClock.now().slice(0, 4))
export const FIRST_DAY = plainDate(`${YEAR}-01-01`)

const { rubric, notice } = smallParts()
const digestOf = nodeDigester('sha256')
export const adopted: AdoptedRubric = {
  rubric,
  rubricDigest: digestOf(canonicalJson(rubric)),
  notice,
  noticeDigest: digestOf(notice),
}

export type PreparedFolder = FoundedFolder

/** With two assessments of this year that are open. */
export async function prepareFolder(
  root: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<PreparedFolder> {
  const lay = async (parts: ServerParts) => {
    for (const year of [YEAR, YEAR + 1]) {
      const [from, to] = [plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)]
      const calendar = { version: `历${year}`, from, to, restDays: new Set([from]), workDays: new Set<typeof from>() }
      kept(await parts.people.people.addCalendar(tenantId, calendar))
    }
    kept(await parts.office.rubrics.keep(tenantId, adopted))
    const actor = await actorNamed(parts, here('assessor'))
    for (const assessmentId of ASSESSMENTS) {
      const asking = { actor, assessmentId, key: `open-${assessmentId}`, actedAt: null, seen: null }
      kept(await openAssessment(parts.office, asking, OPENING))
    }
  }
  return foundFolder(root, lay, environment)
}

const OPENING = {
  rubricDigest: adopted.rubricDigest,
  period: { periodFrom: FIRST_DAY, periodTo: plainDate(`${YEAR}-12-31`) },
  terms: { replyWorkingDays: 5, appealWorkingDays: 10, rectificationWorkingDays: 15 },
  centers: [
    { centerId: east, name: '东' },
    { centerId: west, name: '西' },
  ],
}
