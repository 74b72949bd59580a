import { boundRecordsSql, boundSql } from '../../core/detection/bind-parameters.ts'
import type { RunSetting } from '../../core/detection/parameter-values.ts'
import type { Detection } from '../../core/detection/detection.ts'
import type { CenterId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { workdayLine } from '../../core/records/workday-line.ts'
import type { AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

/** A district that holds nothing: no district can bear the name. */
const NOBODY = '~nobody' as TenantId

const FROM = '2021-01-01' as PlainDate
const TO = '2021-12-31' as PlainDate

/** Runs both queries of a detection over empty tables: refused where the store would not run them. */
export async function dryRun({ records }: Pick<RecordsDesk, 'records'>, detection: Detection): Promise<AtDesk<null>> {
  const line = workdayLine([{ version: '试', from: FROM, to: TO, restDays: new Set(), workDays: new Set() }], FROM)
  if (!line.ok) throw new Error(line.refusal.message)
  const behind = boundRecordsSql(detection, SETTING, { centerId: 'nowhere', period: '2021' })
  const { dataSets } = detection
  const centers: readonly CenterId[] = []
  for (const sql of [boundSql(detection, SETTING), ...(behind === null ? [] : [behind])]) {
    const asked = { sql, dataSets, centers, line: line.value, from: FROM, to: TO, maxRows: 1_000, signal: null }
    const answered = await records.query(NOBODY, asked)
    if (!answered.ok) return answered
  }
  return accepted(null)
}

const SETTING: RunSetting = {
  periodFrom: FROM,
  periodTo: TO,
  asOf: TO,
  asOfStartDay: 1,
  asOfStopDay: 1,
  readingOf: () => null,
}
