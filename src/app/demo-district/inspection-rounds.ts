import { id, type InspectionId } from '../../core/kernel/identifiers.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import { checkBreachClause } from '../../core/ledger/check-clause.ts'
import { officeDiary } from '../example-year/office-diary.ts'
import { randomFrom } from '../../core/kernel/random.ts'
import { dayIn, demoNow, type DemoSetting } from './demo-setting.ts'
import { yearOf } from './plan-year.ts'

/** Working days between two visits to one center. */
const EVERY = 30

/** Of a hundred clauses on the checklist, how many a visit comes round to without finding anything. */
const SEEN = 70

/** 查过，未见: what inspectors looked at on their rounds through the year without anything to record. */
export function inspectionRounds(setting: DemoSetting): readonly Proposal[] {
  const { rubric, folder, seed } = setting
  const today = dayOf(demoNow(setting.year))
  const random = randomFrom(seed + 17)
  const diary = officeDiary(yearOf(setting, dayIn(setting, '01-05'), today), random)
  const listed = folder.coverage.flatMap(({ clauseId, inspection }) =>
    inspection !== null && checkBreachClause(rubric, clauseId) === null ? [clauseId] : [],
  )
  return folder.centers.flatMap(({ id: centerId }, at) => {
    const visits: Proposal[] = []
    const first = addDays(dayIn(setting, '01-10'), at)
    for (let day: PlainDate = diary.after(first, 1, 5); day < today; day = diary.after(day, EVERY, 6)) {
      const clauseIds = listed.filter(() => random.chance(SEEN))
      if (clauseIds.length === 0) continue
      const inspectionId = id<InspectionId>(`${centerId}-I${String(visits.length + 1).padStart(2, '0')}`)
      const stamp = diary.stamp(random.pick(['inspector-1', 'inspector-2', 'inspector-3']), day)
      visits.push({ type: 'CenterInspected', ...stamp, inspectionId, centerId, inspectedOn: day, clauseIds })
    }
    return visits
  })
}
