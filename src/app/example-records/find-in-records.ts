import type { RunSetting } from '../../core/detection/parameter-values.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { detect, type DetectionRun, type DetectionText } from '../detecting/detect.ts'
import type { RecordStore } from '../ports/record-store.ts'
import { refusedAnswer } from '../folder-records/refused-answer.ts'
import { answered, type Answer } from '../problem.ts'
import type { RecordsSetting } from './records-setting.ts'

export interface Search extends Pick<RecordsSetting, 'centers' | 'period' | 'asOf'> {
  readonly rubric: Rubric
  readonly detections: readonly DetectionText[]
  readonly readingOf: RunSetting['readingOf']
  readonly line: WorkdayLine
  readonly tenantId: TenantId
  readonly digestOf: DigestOf
}

/** All detections over the records that are held. One that cannot be run ends it: an example has everything they need. */
export async function findInRecords(
  records: Pick<RecordStore, 'holdings' | 'query'>,
  search: Search,
  progress: (step: string) => void,
): Promise<Answer<readonly DetectionRun[]>> {
  const { rubric, line, tenantId, digestOf, detections, centers, period, asOf, readingOf } = search
  const ordinals = line.days.find(({ day }) => day === asOf)
  const held = await records.holdings(tenantId)
  if (!held.ok) return refusedAnswer(held.refusal)
  if (!ordinals) throw new Error(`no working day is known for ${asOf}`)
  const { from: periodFrom, to: periodTo } = period
  const given = {
    rubric,
    centers: new Set(centers.map(({ id }) => id)),
    setting: { periodFrom, periodTo, asOf, asOfStartDay: ordinals.start, asOfStopDay: ordinals.stop, readingOf },
    basis: { dataDigest: held.value.digest, calendarVersion: line.version },
    heldSets: new Set(held.value.sets.flatMap(({ dataSet, records }) => (records > 0 ? [dataSet] : []))),
    digestOf,
  }
  const asked = { centers: [...given.centers], line, from: periodFrom, to: periodTo, maxRows: MOST_ROWS, signal: null }
  const runs = await detect(
    given,
    detections,
    (sql, { dataSets }) => records.query(tenantId, { ...asked, sql, dataSets }),
    { note: ({ name, done, total }) => progress(`检测 ${done + 1}/${total} ${name}`), signal: null },
  )
  const failure = runs.find((run) => run.ran === null)
  if (failure && failure.ran === null)
    return refusedAnswer({ code: failure.refusal.code, message: `${failure.name}：${failure.refusal.message}` })
  return answered(runs)
}

/** More than any year of examples holds. */
const MOST_ROWS = 200_000
