/**
 * An example year: what eleven or any number of centers might go through under any rubric, made up from a seed. It
 * knows no notice: clauses are chosen by what they price, and told in their own words. Every event has passed its
 * decision, so an example is as lawful as the real thing. For demonstrations, tests and benchmarks only.
 */
import { id, type PersonId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { enact } from './enact.ts'
import { officeDiary, type OfficeDiary } from './office-diary.ts'
import { planFindings } from './plan-findings.ts'
import { randomFrom } from '../../core/kernel/random.ts'
import { tellBonuses } from './tell-bonuses.ts'
import { tellFinding } from './tell-finding.ts'
import { EXAMPLE_TERMS } from './example-terms.ts'
import type { YearSetting } from './year-setting.ts'

export function generateYear(setting: YearSetting): LedgerEvent[] {
  const random = randomFrom(setting.seed)
  const diary = officeDiary(setting, random)
  const proposals = [
    ...tellOpening(setting),
    ...planFindings(setting, random).flatMap((plan) => tellFinding(setting, random, diary, plan)),
    ...tellBonuses(setting, random, diary),
    tellClosing(setting, diary),
  ]
  return enact(setting.rubric, proposals, (day) => diary.deadline(day, EXAMPLE_TERMS.appealWorkingDays))
}

/** At midnight of the first day, before anything can happen. */
function tellOpening({ rubric, period, centers }: YearSetting): Proposal[] {
  const at = timestamp(`${period.from}T00:00:00+08:00`)
  const stamp = { by: id<PersonId>('assessor-1'), actedAt: at, recordedAt: at }
  return [
    { type: 'AssessmentOpened', ...stamp, rubricId: rubric.id, periodFrom: period.from, periodTo: period.to },
    { type: 'TermsSet', ...stamp, ...EXAMPLE_TERMS },
    ...centers.map(({ id: centerId, name }): Proposal => ({ type: 'CenterEnrolled', ...stamp, centerId, name })),
  ]
}

/** Some working days after the last day, when what happened in it has been reported. */
function tellClosing({ period }: YearSetting, diary: OfficeDiary): Proposal {
  return { type: 'PeriodClosed', ...diary.stamp('assessor-1', diary.after(period.to, 2, 2)) }
}
