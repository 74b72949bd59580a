import { plainDate } from '../core/kernel/plain-date.ts'
import { generateYear } from './example-year/generate-year.ts'
import { openNotice } from './open-assessment-folder.ts'
import type { NoticeArchive, NoticeFolder } from './ports/notice-archive.ts'
import { answered, failed, type Answer } from './problem.ts'
import { scoreAssessment, type ScoredAssessment } from './score-assessment.ts'

/** What the demonstration made. `target` is the folder that `score` and `explain` can go on with. */
export interface Demonstration {
  readonly scored: ScoredAssessment
  readonly target: string
  readonly seed: number
}

export interface DemoRequest {
  /** Null takes the first folder of `noticesRoot` that lists centers. */
  readonly folder: string | null
  readonly noticesRoot: string
  readonly outRoot: string
  readonly seed: number
}

/** A whole year of a notice from nothing but a seed; written out and read back, so that what is shown is what is kept. */
export async function runDemo(
  request: DemoRequest,
  archive: NoticeArchive,
  progress: (step: string) => void,
): Promise<Answer<Demonstration>> {
  progress('编译通知')
  const opened = await openFirst(request, archive)
  if (!opened.ok) return opened
  const { rubric, folder } = opened.value
  const { calendar, centers, path } = folder
  if (centers.length === 0) return failed({ code: 'centers-missing', path })
  if (calendar === null) return failed({ code: 'calendar-missing', path })
  if (rubric.year === null) return failed({ code: 'year-missing', path })
  progress('生成示例年度')
  const period = { from: plainDate(`${rubric.year}-01-01`), to: plainDate(`${rubric.year}-12-31`) }
  if (calendar.from > period.from || calendar.to < period.to) return failed({ code: 'calendar-missing', path })
  const events = generateYear({ rubric, centers, period, calendar, seed: request.seed })
  progress(`写入台账，${events.length}个事件`)
  const target = `${request.outRoot}/${rubric.id}`
  const written = await archive.deposit(path, target, events)
  if (!written.ok) return written
  progress('计分')
  const scored = await scoreAssessment(target, { occurredBy: null, knownBy: null }, archive)
  return scored.ok ? answered({ scored: scored.value, target, seed: request.seed }) : scored
}

async function openFirst({ folder, noticesRoot }: DemoRequest, archive: NoticeArchive): ReturnType<typeof openNotice> {
  if (folder !== null) return openNotice(folder, archive)
  const folders: readonly string[] = await archive.list(noticesRoot)
  for (const path of folders) {
    const opened = await archive.open(path)
    if (opened.ok && isReady(opened.value)) return openNotice(path, archive)
  }
  return failed({ code: 'folder-without-notice', path: noticesRoot })
}

function isReady({ centers, calendar }: NoticeFolder): boolean {
  return centers.length > 0 && calendar !== null
}
