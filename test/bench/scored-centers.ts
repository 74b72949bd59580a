import { join } from 'node:path'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { textFiles } from '../../src/adapters/documents/text-file.ts'
import { noticeFolders } from '../../src/adapters/files/notice-folder.ts'
import { folderFacts } from '../../src/app/documents/folder-facts.ts'
import type { SheetFacts } from '../../src/app/documents/sheet-facts.ts'
import { generateYear } from '../../src/app/example-year/generate-year.ts'
import { openNotice } from '../../src/app/open-assessment-folder.ts'
import { id, type CenterId } from '../../src/core/kernel/identifiers.ts'
import { stateAsOf } from '../../src/core/scoring/as-of.ts'
import { score } from '../../src/core/scoring/score.ts'
import { KNOWN_BY, PERIOD } from './bench-days.ts'

/** A year of so many centers under the notice of 2021, each as its score sheet is made of it. */
export async function scoredCenters(count: number): Promise<readonly SheetFacts[]> {
  const path = join(import.meta.dirname, '..', '..', 'notices', 'qingpu-2021')
  const opened = await openNotice(path, noticeFolders(textFiles))
  if (!opened.ok) throw new Error(`${path}: ${JSON.stringify(opened)}`)
  const { rubric, folder } = opened.value
  if (folder.calendar === null) throw new Error(`${path} has no calendar`)
  const centers = Array.from({ length: count }, (_, at) => ({
    id: id<CenterId>(`center-${at + 1}`),
    name: `第${at + 1}社区事务受理服务中心`,
  }))
  const events = generateYear({ rubric, centers, period: PERIOD, calendar: folder.calendar, seed: 2021 })
  const clocks = { occurredBy: PERIOD.to, knownBy: KNOWN_BY }
  const sheets = score(rubric, folder.interpretations, events, clocks)
  const scored = { ...opened.value, events, state: stateAsOf(events, clocks), clocks, sheets }
  const { factsOf } = folderFacts(scored, KNOWN_BY, nodeDigests)
  return sheets.map(factsOf)
}
