import { plainDate } from '../core/kernel/plain-date.ts'
import type { Digests } from '../core/proof/digests.ts'
import { yearFromRecords, type YearFromRecords } from './example-records/year-from-records.ts'
import { refusedAnswer } from './folder-records/refused-answer.ts'
import { generateYear } from './example-year/generate-year.ts'
import { latestFor } from './list-questions.ts'
import { openExampleNotice } from './open-example-notice.ts'
import type { Clock } from './ports/clock.ts'
import type { FolderRecords } from './ports/folder-records.ts'
import type { NoticeArchive } from './ports/notice-archive.ts'
import type { SourceExports } from './ports/source-exports.ts'
import { answered, failed, type Answer } from './problem.ts'
import { scoreAssessment, type ScoredAssessment } from './score-assessment.ts'

/** What the demonstration made. `target` is the folder that `score` and `explain` can go on with. */
export interface Demonstration {
  readonly scored: ScoredAssessment
  readonly target: string
  readonly seed: number
  /** Null without records, and where the notice has no detections: then everything in the year is made up. */
  readonly records: YearFromRecords | null
}

export interface DemoRequest {
  /** Null takes the first folder of `noticesRoot` that lists centers. */
  readonly folder: string | null
  readonly noticesRoot: string
  readonly outRoot: string
  readonly seed: number
  /** About how many cases the year's records hold; null for a year without records. */
  readonly cases: number | null
}

export interface DemoPorts {
  readonly archive: NoticeArchive
  readonly exports: SourceExports
  readonly folderRecords: FolderRecords
  readonly digests: Digests
  readonly clock: Clock
}

/** A whole year of a notice from nothing but a seed; written out and read back, so that what is shown is what is kept. */
export async function runDemo(
  { seed, cases, ...request }: DemoRequest,
  ports: DemoPorts,
  progress: (step: string) => void,
): Promise<Answer<Demonstration>> {
  const { archive, digests } = ports
  progress('编译通知')
  const opened = await openExampleNotice(request, archive)
  if (!opened.ok) return opened
  const { rubric, folder } = opened.value
  const { calendar, centers, path, detections, interpretations } = folder
  if (centers.length === 0) return failed({ code: 'centers-missing', path })
  if (calendar === null) return failed({ code: 'calendar-missing', path })
  if (rubric.year === null) return failed({ code: 'year-missing', path })
  const period = { from: plainDate(`${rubric.year}-01-01`), to: plainDate(`${rubric.year}-12-31`) }
  if (calendar.from > period.from || calendar.to < period.to) return failed({ code: 'calendar-missing', path })
  const setting = { rubric, centers, period, calendar, seed }
  const target = `${request.outRoot}/${rubric.id}`
  const readings = rubric.questions.map((one) => [one.id, latestFor(one, interpretations)?.reading ?? null] as const)
  const readingOf = (questionId: string) => readings.find(([asked]) => asked === questionId)?.[1] ?? null
  const given = {
    ...setting,
    detections,
    readingOf,
    digestOf: digests.of,
    folder: `${target}/sources`,
    storeFolder: target,
  }
  const cleared = await ports.folderRecords.clear(target)
  if (!cleared.ok) return refusedAnswer(cleared.refusal)
  const hasRecords = cases !== null && detections.length > 0
  const lived = hasRecords ? await yearFromRecords(ports, { ...given, cases }, progress) : null
  if (lived?.ok === false) return lived
  if (lived === null) progress('生成示例年度')
  const events = lived?.value.events ?? generateYear(setting)
  progress(`写入台账，${events.length}个事件`)
  const written = await archive.deposit(path, target, events)
  if (!written.ok) return written
  progress('计分')
  const scored = await scoreAssessment(target, { occurredBy: null, knownBy: null }, archive)
  return scored.ok ? answered({ scored: scored.value, target, seed, records: lived?.value ?? null }) : scored
}
