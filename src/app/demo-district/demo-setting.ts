import type { RecordsDesk } from '../records/records-desk.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { timestamp, type Timestamp } from '../../core/kernel/timestamp.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { EvidencePorts } from '../evidence/evidence-ports.ts'
import type { PeoplePorts } from '../people/people-ports.ts'
import type { Clock } from '../ports/clock.ts'
import type { NoticeFolder } from '../ports/notice-archive.ts'
import type { ScenePainter } from '../ports/scene-painter.ts'
import type { SourceExports } from '../ports/source-exports.ts'
import { answered, failed, type Answer } from '../problem.ts'

/** What a demonstration district is made with: the ports of a server, whose clock is set from step to step. */
export interface DemoPorts {
  readonly people: PeoplePorts
  readonly evidence: EvidencePorts
  /** Its line does its work at once (`line-at-once.ts`). */
  readonly desk: RecordsDesk
  readonly exports: SourceExports
  readonly scenes: ScenePainter
  readonly clock: Clock & { readonly set: (time: Timestamp) => void }
  readonly read: (path: string) => AsyncIterable<Uint8Array>
}

export interface DemoSetting {
  readonly tenantId: TenantId
  readonly districtName: string
  readonly seed: number
  /** About so many service cases in three quarters of a year. */
  readonly cases: number
  /** Where the systems' export files are written before they are uploaded. */
  readonly sourcesFolder: string
  readonly folder: NoticeFolder
  readonly rubric: Rubric
  readonly calendar: WorkingCalendar
  readonly year: number
}

/** About how many service cases: enough for every breach to be planted, and quickly imported. */
const DEMO_CASES = 4_000

/** The demonstration of a notice; refused where it names no centers, no calendar or no year. */
export function demoSetting(
  { folder, rubric }: { readonly folder: NoticeFolder; readonly rubric: Rubric },
  seed: number,
): Answer<Omit<DemoSetting, 'sourcesFolder'>> {
  const { path, centers, calendar } = folder
  const { year } = rubric
  if (centers.length === 0) return failed({ code: 'centers-missing', path })
  if (calendar === null) return failed({ code: 'calendar-missing', path })
  if (year === null) return failed({ code: 'year-missing', path })
  const named = { tenantId: id<TenantId>('demo'), districtName: '演示区' }
  return answered({ ...named, seed, cases: DEMO_CASES, folder, rubric, calendar, year })
}

/** The moment at which the demonstration is opened: a Monday afternoon in autumn, when much is done and much is open. */
export function demoNow(year: number): Timestamp {
  return timestamp(`${year}-10-25T15:40:00+08:00`)
}

/** A day of the demonstration's year: `10-25`. */
export function dayIn({ year }: Pick<DemoSetting, 'year'>, monthDay: string): PlainDate {
  return `${year}-${monthDay}` as PlainDate
}

export function momentIn(day: PlainDate, time: string): Timestamp {
  return timestamp(`${day}T${time}:00+08:00`)
}
