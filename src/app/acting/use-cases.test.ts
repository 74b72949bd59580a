import { expect, test } from 'vitest'
import { asks, kept, opening, openedOffice, people, xiayang, yingpu } from '../../../test/fixtures/acting-office.ts'
import {
  alleged,
  amountOf,
  decided,
  f1,
  toAccepted,
  toNotified,
  toReported,
  toSubstantiated,
} from '../../../test/fixtures/acting-story.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { id, type CenterId, type CriterionId } from '../../core/kernel/identifiers.ts'
import { points } from '../../core/kernel/points.ts'
import { acceptRectification } from './accept-rectification.ts'
import { approveBonus } from './approve-bonus.ts'
import { closePeriod } from './close-period.ts'
import { correctDecision } from './correct-decision.ts'
import { decideAmount } from './decide-amount.ts'
import { dismissFinding } from './dismiss-finding.ts'
import { enrollCenters } from './enroll-centers.ts'
import { fileAppeal } from './file-appeal.ts'
import { notifyFinding } from './notify-finding.ts'
import { publishResults } from './publish-results.ts'
import { raiseSuspicion } from './raise-suspicion.ts'
import { reopenAssessment } from './reopen-assessment.ts'
import { returnRectification } from './return-rectification.ts'
import { reverseFinding } from './reverse-finding.ts'
import { sealAssessment } from './seal-assessment.ts'
import { selfReportFinding } from './self-report-finding.ts'
import { setTerms } from './set-terms.ts'
import { submitSelfAssessment } from './submit-self-assessment.ts'
import { substantiateFinding } from './substantiate-finding.ts'
import { upholdFinding } from './uphold-finding.ts'
import { varyFinding } from './vary-finding.ts'
import { withdrawSuspicion } from './withdraw-suspicion.ts'
import {
  appealId,
  bonusId,
  reason,
  type Play,
  appealed,
  planned,
  submitted,
  proposed,
  closed,
  sealed,
  after,
  selfReport,
  decideAndAppeal,
  suspicion,
} from '../../../test/fixtures/acting-plays.ts'

test.each<[title: string, play: Play, types: string[] | string]>([
  [
    'a clerk raises a suspicion',
    (office) => raiseSuspicion(office, asks(people.clerk), suspicion()),
    ['SuspicionRaised'],
  ],
  [
    'an inspector raises none',
    (office) => raiseSuspicion(office, asks(people.inspector), suspicion()),
    'not-permitted',
  ],
  [
    'a clerk takes back what a person raised',
    after(
      (office) => raiseSuspicion(office, asks(people.clerk), suspicion()),
      (office) => withdrawSuspicion(office, asks(people.clerk), { findingId: f1, reason }),
    ),
    ['SuspicionWithdrawn'],
  ],
  [
    'an assessor takes none back, but dismisses',
    after(
      (office) => raiseSuspicion(office, asks(people.clerk), suspicion()),
      (office) => withdrawSuspicion(office, asks(people.assessor), { findingId: f1, reason }),
    ),
    'not-permitted',
  ],
  [
    'nobody withdraws what an inspector reported',
    async (office) => {
      await toReported(office)
      return withdrawSuspicion(office, asks(people.clerk), { findingId: f1, reason })
    },
    'finding-not-from-records',
  ],
  [
    'a center reports its own',
    (office) => selfReportFinding(office, asks(people.staff), alleged()),
    ['FindingReported'],
  ],
  [
    'but not another center',
    (office) => selfReportFinding(office, asks(people.otherStaff), alleged()),
    'not-permitted',
  ],
  [
    'a finding is notified once',
    after(
      async (office) => {
        await toReported(office)
        return notifyFinding(office, asks(people.inspector), { findingId: f1 })
      },
      (office) => notifyFinding(office, asks(people.inspector), { findingId: f1 }),
    ),
    'finding-already-told',
  ],
  [
    'an assessor dismisses',
    async (office) => {
      await toAccepted(office)
      return dismissFinding(office, asks(people.assessor), { findingId: f1, reason })
    },
    ['FindingDismissed'],
  ],
  [
    'nobody decides before the center is heard',
    async (office) => {
      await toNotified(office)
      return substantiateFinding(office, asks(people.assessor), decided())
    },
    'reply-still-open',
  ],
  [
    'an amount decided later is served then',
    async (office) => {
      await toSubstantiated(office, f1, clauses.training)
      return decideAmount(office, asks(people.assessor), { findingId: f1, ...amountOf('2') })
    },
    ['AmountDecided', 'DecisionServed'],
  ],
  [
    'an amount beyond the notice',
    async (office) => {
      await toSubstantiated(office, f1, clauses.training)
      return decideAmount(office, asks(people.assessor), { findingId: f1, ...amountOf('4') })
    },
    'amount-outside',
  ],
  [
    'a correction is served anew',
    async (office) => {
      await toSubstantiated(office)
      return correctDecision(office, asks(people.assessor), { findingId: f1, occurrences: 1, points: null, reason })
    },
    ['DecisionCorrected', 'DecisionServed'],
  ],
  ['a center appeals', appealed, ['AppealFiled']],
  [
    'a reviewer upholds',
    after(appealed, (office) => upholdFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason })),
    ['FindingUpheld'],
  ],
  [
    'a reviewer varies, which is served anew',
    after(appealed, (office) =>
      varyFinding(office, asks(people.reviewer), { appealId, findingId: f1, occurrences: 1, points: null, reason }),
    ),
    ['FindingVaried', 'DecisionServed'],
  ],
  [
    'a reviewer reverses',
    after(appealed, (office) => reverseFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason })),
    ['FindingReversed'],
  ],
  [
    'a reviewer of the own center does not',
    after(appealed, (office) => upholdFinding(office, asks(people.ownReviewer), { appealId, findingId: f1, reason })),
    'decider-of-own-center',
  ],
  [
    'who reported the finding does not',
    async (office) => {
      kept(await selfReport(office))
      return after(decideAndAppeal, (office) =>
        upholdFinding(office, asks(people.reviewingAssessor), { appealId, findingId: f1, reason }),
      )(office)
    },
    'reviewer-reported',
  ],
  [
    'who decided it does not',
    async (office) => {
      await toAccepted(office)
      kept(await substantiateFinding(office, asks(people.reviewingAssessor), decided()))
      kept(await fileAppeal(office, asks(people.staff), { appealId, findingId: f1, grounds: '停电', evidence: [] }))
      return upholdFinding(office, asks(people.reviewingAssessor), { appealId, findingId: f1, reason })
    },
    'appeal-by-decider',
  ],
  ['a rectification is planned', planned(null), ['RectificationPlanned']],
  ['in fewer days than the terms give', planned(3), ['RectificationPlanned']],
  ['not in more', planned(16), 'days-outside-terms'],
  ['nor in none', planned(0), 'days-outside-terms'],
  [
    'a rectification is accepted',
    after(submitted, (office) => acceptRectification(office, asks(people.inspector), { findingId: f1 })),
    ['RectificationAccepted'],
  ],
  [
    'a rectification is returned',
    after(submitted, (office) => returnRectification(office, asks(people.inspector), { findingId: f1, reason })),
    ['RectificationReturned'],
  ],
  [
    'not by an inspector of that center',
    after(submitted, (office) => acceptRectification(office, asks(people.ownInspector), { findingId: f1 })),
    'decider-of-own-center',
  ],
  ['a center applies for a bonus', proposed(people.staff), ['BonusProposed']],
  ['but not for another center', proposed(people.otherStaff), 'not-permitted'],
  [
    'an assessor approves',
    after(proposed(people.staff), (office) =>
      approveBonus(office, asks(people.assessor), { bonusId, occurrences: 1, points: points('0.5'), reason }),
    ),
    ['BonusApproved'],
  ],
  [
    'never the own proposal',
    after(proposed(people.assessor), (office) =>
      approveBonus(office, asks(people.assessor), { bonusId, occurrences: 1, points: points('0.5'), reason }),
    ),
    'bonus-by-proposer',
  ],
  [
    'a center assesses itself',
    (office) =>
      submitSelfAssessment(office, asks(people.staff), {
        centerId: xiayang,
        entries: [{ criterionId: id<CriterionId>('1.1'), points: points('5'), statement: '' }],
        statement: '',
      }),
    ['SelfAssessmentSubmitted'],
  ],
  ['the period does not close early', (office) => closePeriod(office, asks(people.assessor)), 'period-not-over'],
  ['the period closes', closed, ['PeriodClosed']],
  [
    'nothing is sealed while something is open',
    after(
      async (office) => {
        await toReported(office)
        return closed(office)
      },
      (office) => sealAssessment(office, asks(people.assessor), { forcedBecause: null }),
    ),
    'not-ready',
  ],
  [
    'it is sealed with a reason all the same',
    after(
      async (office) => {
        await toReported(office)
        return closed(office)
      },
      (office) => sealAssessment(office, asks(people.assessor), { forcedBecause: reason }),
    ),
    ['AssessmentSealed'],
  ],
  [
    'what is sealed is published',
    after(sealed, (office) => publishResults(office, asks(people.assessor), { statement: '公示' })),
    ['ResultsPublished'],
  ],
  [
    'what is sealed is reopened',
    after(sealed, (office) => reopenAssessment(office, asks(people.assessor), { reason })),
    ['AssessmentReopened'],
  ],
  [
    'nothing goes on under a seal',
    after(sealed, (office) => setTerms(office, asks(people.assessor), opening.terms)),
    'assessment-sealed',
  ],
  [
    'centers are enrolled, all or none',
    (office) =>
      enrollCenters(office, asks(people.assessor), {
        centers: [
          { centerId: id<CenterId>('new'), name: '新' },
          { centerId: yingpu, name: '盈浦' },
        ],
      }),
    'center-already-enrolled',
  ],
  [
    'an empty list is no enrollment',
    (office) => enrollCenters(office, asks(people.assessor), { centers: [] }),
    'centers-none',
  ],
])('%s', async (_title, play, expected) => {
  const office = await openedOffice()
  const outcome = await play(office)
  expect(outcome.ok ? outcome.value.events.map(({ type }) => type) : outcome.refusal.code).toEqual(expected)
})
