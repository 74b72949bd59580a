import { acceptFinding } from '../../src/app/acting/accept-finding.ts'
import type { Acted, Asking } from '../../src/app/acting/act-plan.ts'
import type { Acting } from '../../src/app/office/acting-refusals.ts'
import { approveBonus } from '../../src/app/acting/approve-bonus.ts'
import { contestFinding } from '../../src/app/acting/contest-finding.ts'
import { dismissFinding } from '../../src/app/acting/dismiss-finding.ts'
import { fileAppeal } from '../../src/app/acting/file-appeal.ts'
import { notifyFinding } from '../../src/app/acting/notify-finding.ts'
import type { Office } from '../../src/app/office/office.ts'
import { openAssessment } from '../../src/app/acting/open-assessment.ts'
import { planRectification } from '../../src/app/acting/plan-rectification.ts'
import { proposeBonus } from '../../src/app/acting/propose-bonus.ts'
import { raiseSuspicion } from '../../src/app/acting/raise-suspicion.ts'
import { reportFinding } from '../../src/app/acting/report-finding.ts'
import { reverseFinding } from '../../src/app/acting/reverse-finding.ts'
import { submitRectification } from '../../src/app/acting/submit-rectification.ts'
import { substantiateFinding } from '../../src/app/acting/substantiate-finding.ts'
import {
  id,
  type AppealId,
  type AssessmentId,
  type BonusId,
  type CenterId,
  type FindingId,
  type TenantId,
} from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { points } from '../../src/core/kernel/points.ts'
import type { ServerParts } from '../../src/server/server-parts.ts'
import { opening, smallAdopted } from '../fixtures/acting-office.ts'
import { alleged, decided } from '../fixtures/acting-story.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { clauses } from '../fixtures/small-rubric.ts'
import { actorNamed, east, west, type Username } from './found-district.ts'

/** The one assessment of each district. */
export const a1 = id<AssessmentId>('a1')

/**
 * Findings of the center `east`, each named for how far it has come, one of `west` (`west-reported`), and three bonuses
 * of `east` (`proposed` in two, `approved` in one).
 */
export const FINDINGS = [
  'suspected',
  'reported',
  'notified',
  'accepted',
  'contested',
  'substantiated',
  'undecided',
  'dismissed',
  'appealed',
  'reversed',
  'planned',
  'submitted',
] as const

type Act<Input> = (office: Office, asking: Asking, input: Input) => Promise<Acting<Acted>>

export async function foundAssessment(parts: ServerParts, tenantId: TenantId): Promise<void> {
  const { office } = parts
  valueOf(await office.rubrics.keep(tenantId, smallAdopted))
  let keys = 0
  const as = async <Input>(username: Username, act: Act<Input>, input: Input) => {
    keys += 1
    const actor = await actorNamed(parts, [tenantId, username])
    valueOf(await act(office, { actor, assessmentId: a1, key: `found-${keys}`, actedAt: null, seen: null }, input))
  }
  const centers = [
    { centerId: east, name: '东街道' },
    { centerId: west, name: '西街道' },
  ]
  await as('assessor', openAssessment, { ...opening, centers })
  const report = async (findingId: FindingId, centerId: CenterId = east, clauseId = clauses.vacated) =>
    as('inspector', reportFinding, alleged(clauseId, { findingId, centerId }))
  const accept = async (findingId: FindingId, clauseId = clauses.vacated) => {
    await report(findingId, east, clauseId)
    await as('assessor', notifyFinding, { findingId })
    await as('center-east', acceptFinding, { findingId, statement: '情况属实' })
  }
  const substantiate = async (findingId: FindingId, clauseId = clauses.vacated) => {
    await accept(findingId, clauseId)
    await as('assessor', substantiateFinding, decided(clauseId, findingId))
  }
  const appeal = async (findingId: FindingId) => {
    await substantiate(findingId)
    await as('center-east', fileAppeal, {
      appealId: id<AppealId>(`appeal-${findingId}`),
      findingId,
      grounds: '当时在岗',
      evidence: [],
    })
  }
  const plan = async (findingId: FindingId) => {
    await substantiate(findingId)
    await as('center-east', planRectification, { findingId, measures: '增设备岗', workingDays: null })
  }
  const named = (name: (typeof FINDINGS)[number] | 'west-reported') => id<FindingId>(name)

  const {
    source: _source,
    evidence: _evidence,
    ...suspected
  } = alleged(clauses.vacated, { findingId: named('suspected'), centerId: east })
  await as('clerk', raiseSuspicion, { ...suspected, detection: '空岗', records: ['r1'] })
  await report(named('reported'))
  await report(named('west-reported'), west)
  await report(named('notified'))
  await as('assessor', notifyFinding, { findingId: named('notified') })
  await accept(named('accepted'))
  await report(named('contested'))
  await as('assessor', notifyFinding, { findingId: named('contested') })
  await as('center-east', contestFinding, { findingId: named('contested'), statement: '当时在岗', evidence: [] })
  await substantiate(named('substantiated'))
  await substantiate(named('undecided'), clauses.training)
  await report(named('dismissed'))
  await as('assessor', dismissFinding, { findingId: named('dismissed'), reason: '证据不足' })
  await appeal(named('appealed'))
  await appeal(named('reversed'))
  const reversal = { appealId: id<AppealId>('appeal-reversed'), findingId: named('reversed'), reason: '排班表有误' }
  await as('reviewer', reverseFinding, reversal)
  await plan(named('planned'))
  await plan(named('submitted'))
  await as('center-east', submitRectification, { findingId: named('submitted'), statement: '已整改', evidence: [] })
  for (const name of ['proposed-1', 'proposed-2', 'approved'])
    await as('center-east', proposeBonus, {
      bonusId: id<BonusId>(name),
      centerId: east,
      clauseId: clauses.innovation,
      occurrences: 1,
      occurredOn: plainDate('2021-05-10'),
      measured: null,
      level: null,
      description: '试点一件事',
      evidence: [],
    })
  await as('assessor', approveBonus, {
    bonusId: id<BonusId>('approved'),
    occurrences: 1,
    points: points('0.5'),
    reason: '属实',
  })
}
