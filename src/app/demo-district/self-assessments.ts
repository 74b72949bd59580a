import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { hundredths } from '../../core/kernel/points.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import type { SelfAssessmentEntry } from '../../core/ledger/ledger-event.ts'
import type { Section } from '../../core/rubric/rubric.ts'
import { officeDiary } from '../example-year/office-diary.ts'
import type { Random } from '../../core/kernel/random.ts'
import type { Center } from '../ports/notice-archive.ts'
import type { DemoSetting } from './demo-setting.ts'
import { yearOf } from './plan-year.ts'

/** What these centers give themselves, criterion by criterion, on a day. */
export function selfAssessments(
  setting: DemoSetting,
  centers: readonly Center[],
  day: PlainDate,
  random: Random,
): readonly Proposal[] {
  const diary = officeDiary(yearOf(setting, day, day), random)
  return centers.map(({ id: centerId }) => ({
    type: 'SelfAssessmentSubmitted',
    ...diary.stamp(`${centerId}-staff`, day),
    centerId,
    entries: setting.rubric.sections.flatMap((section) => entriesOf(section, random)),
    statement: '对照细则逐项自评，相关台账和材料已备查。',
  }))
}

/** The section's points shared among its criteria in half points, the first taking what is left; half a point less here and there. */
function entriesOf({ maxPoints, criteria }: Section, random: Random): SelfAssessmentEntry[] {
  if (maxPoints === null || criteria.length === 0) return []
  const share = HALF * Math.floor(maxPoints / HALF / criteria.length)
  return criteria.map(({ id: criterionId, maxPoints: own }, at) => {
    const most = own ?? (at === 0 ? maxPoints - share * (criteria.length - 1) : share)
    const isLess = most >= HALF && random.chance(25)
    return {
      criterionId,
      points: hundredths(isLess ? most - HALF : most),
      statement: isLess ? random.pick(LESS) : random.pick(FULL),
    }
  })
}

const HALF = 50

const FULL = ['按要求落实，有记录可查。', '已落实，台账齐全。', '无扣分情况。'] as const
const LESS = ['有个别情况，已整改，自扣0.5分。', '记录不够完整，自扣0.5分。'] as const
