import { addDays } from '../../core/kernel/plain-date.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import { publishResults } from '../acting/publish-results.ts'
import { sealAssessment } from '../acting/seal-assessment.ts'
import { officeDiary } from '../example-year/office-diary.ts'
import { planFindings } from '../example-year/plan-findings.ts'
import type { PlannedFinding } from '../example-year/planned-finding.ts'
import { randomFrom } from '../../core/kernel/random.ts'
import { tellBonuses } from '../example-year/tell-bonuses.ts'
import { tellFinding } from '../example-year/tell-finding.ts'
import type { DemoOffice } from './demo-office.ts'
import { dayIn, momentIn, type DemoPorts, type DemoSetting } from './demo-setting.ts'
import { yearOf } from './plan-year.ts'
import { selfAssessments } from './self-assessments.ts'
import type { Step } from './timeline.ts'
import { whole } from './whole.ts'

/** How many findings of each center the trial of the first half of the year has. */
const FINDINGS_EACH = 5

/** The trial of the first half: everything decided, closed, sealed and published before autumn. */
export function trialSteps({ desk }: DemoPorts, setting: DemoSetting, demo: DemoOffice): readonly Step[] {
  const { folder } = setting
  const random = randomFrom(setting.seed + 1)
  const last = dayIn(setting, '06-30')
  const half = yearOf(setting, dayIn(setting, '01-05'), addDays(last, -20))
  const diary = officeDiary(half, random)
  const plans = folder.centers.flatMap(({ id: centerId }) =>
    planFindings(half, random)
      .filter(({ allegation }) => allegation.centerId === centerId)
      .slice(0, FINDINGS_EACH)
      .map(decided),
  )
  const bonuses = tellBonuses(half, random, diary)
  const answered = new Set(
    bonuses.flatMap((one) => (one.type !== 'BonusProposed' && 'bonusId' in one ? [one.bonusId] : [])),
  )
  const proposals: readonly Proposal[] = [
    ...plans.flatMap((plan) => tellFinding(half, random, diary, plan)),
    ...bonuses.filter((one) => !('bonusId' in one) || answered.has(one.bonusId)),
    ...selfAssessments(setting, folder.centers, dayIn(setting, '07-01'), random),
    { type: 'PeriodClosed', ...diary.stamp('assessor-1', dayIn(setting, '07-05')) },
  ]
  return [
    ...demo.steps(proposals),
    {
      at: momentIn(dayIn(setting, '09-01'), '10:20'),
      take: async () => {
        const sealed = await sealAssessment(desk.office, demo.asking('assessor-1'), { forcedBecause: null })
        whole(sealed, 'seal')
        return []
      },
    },
    {
      at: momentIn(dayIn(setting, '09-06'), '09:30'),
      take: async () => {
        const statement = '上半年试考核结果，按考核评分细则逐项核定，现予公示。'
        whole(await publishResults(desk.office, demo.asking('assessor-1'), { statement }), 'publish')
        return []
      },
    },
  ]
}

/** Nothing of a trial that is sealed is still open. */
function decided(plan: PlannedFinding): PlannedFinding {
  const isEarned = plan.course === 'substantiated'
  const isOpen = plan.followUp === 'pending' || plan.followUp === 'undecided'
  return {
    ...plan,
    source: plan.source === 'records' ? 'inspection' : plan.source,
    course: isEarned ? 'substantiated' : 'dismissed',
    followUp: isOpen ? 'none' : plan.followUp,
    rectification: plan.rectification === 'none' ? 'none' : 'accepted',
  }
}
