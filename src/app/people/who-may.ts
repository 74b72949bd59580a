/**
 * Who may do what: this table and nothing else. A route names one action; the test in `test/server` walks every route
 * under every role. `own` means: of the actor's own center only. Duties that depend on the case (a reviewer who had part
 * in the decision, an inspector at the center he or she belongs to) are refused by the ledger's and the use case's rules.
 */
import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { Role } from './role.ts'

/** What of an actor decides: see `Actor`. */
export interface Entitlement {
  readonly roles: readonly Role[]
  readonly centerId: CenterId | null
  readonly scopes: readonly Action[] | null
}

type Reach = 'all' | 'own'
type Grants = Readonly<Partial<Record<Role, Reach>>>

const EVERYONE: Grants = {
  administrator: 'all',
  clerk: 'all',
  inspector: 'all',
  assessor: 'all',
  reviewer: 'all',
  center: 'all',
  leader: 'all',
  auditor: 'all',
  observer: 'all',
}

const WHO_MAY = {
  // The own account.
  'account.own': EVERYONE,

  // Reading.
  'assessment.read': EVERYONE,
  'rubric.read': EVERYONE,
  'sheet.read': { inspector: 'all', assessor: 'all', reviewer: 'all', center: 'own', leader: 'all', auditor: 'all' },
  'ranking.read': { assessor: 'all', reviewer: 'all', leader: 'all', auditor: 'all' },
  'finding.read': { inspector: 'all', assessor: 'all', reviewer: 'all', center: 'own', leader: 'all', auditor: 'all' },
  'bonus.read': { assessor: 'all', reviewer: 'all', center: 'own', leader: 'all', auditor: 'all' },
  'ledger.read': { assessor: 'all', reviewer: 'all', leader: 'all', auditor: 'all' },
  'evidence.read': { inspector: 'all', assessor: 'all', reviewer: 'all', center: 'own', leader: 'all', auditor: 'all' },
  // What if, how sure, how even, next year: over all centers and the decisions of single people.
  'analysis.read': { assessor: 'all', reviewer: 'all', leader: 'all', auditor: 'all' },
  // Assessors by their names where their amounts are compared; others read 考核员甲, 考核员乙, and an assessor sees which is his or hers.
  'analysis.names': { leader: 'all', auditor: 'all' },
  'message.read': EVERYONE,
  'bundle.export': { assessor: 'all', reviewer: 'all', center: 'own', leader: 'all', auditor: 'all' },

  // A city's people read what its districts have published, and nothing else: a city has no ledger of its own.
  'city.read': { observer: 'all' },

  // Running an assessment.
  'assessment.open': { assessor: 'all' },
  'assessment.terms': { assessor: 'all' },
  'center.enroll': { assessor: 'all' },
  'question.answer': { assessor: 'all' },
  'readiness.check': { assessor: 'all', reviewer: 'all', leader: 'all', auditor: 'all' },
  'period.close': { assessor: 'all' },
  'assessment.seal': { assessor: 'all' },
  'results.publish': { assessor: 'all' },
  'assessment.reopen': { assessor: 'all' },

  // Operational records. What is held and how it is checked is no secret among those who work with it; a single record is
  // about a citizen, so only duties that decide on it open one, and a center the ones that a finding of its own rests on.
  'records.read': { clerk: 'all', assessor: 'all', reviewer: 'all', leader: 'all', auditor: 'all' },
  'record.open': { clerk: 'all', assessor: 'all', reviewer: 'all', auditor: 'all' },
  'finding.records': { clerk: 'all', assessor: 'all', reviewer: 'all', center: 'own', auditor: 'all' },
  'records.import': { clerk: 'all' },
  'profile.confirm': { clerk: 'all' },
  // What an inspector looks at, clause by clause; a center that knew would know what an unannounced visit asks.
  'coverage.read': { clerk: 'all', inspector: 'all', assessor: 'all', reviewer: 'all', leader: 'all', auditor: 'all' },
  'detection.read': { clerk: 'all', assessor: 'all', reviewer: 'all', leader: 'all', auditor: 'all' },
  // Two hands: the assessor says what is looked for, the clerk runs it over the records, and who decides did not raise.
  'detection.adopt': { assessor: 'all' },
  'detection.run': { clerk: 'all' },

  // Whom to inspect: a center sees that a plan is committed, and the plan itself once it is revealed.
  'sampling.plan': { assessor: 'all' },
  'sampling.read': { inspector: 'all', assessor: 'all', reviewer: 'all', leader: 'all', auditor: 'all' },
  'sampling.reveal': { assessor: 'all', auditor: 'all' },
  'sampling.miss': { inspector: 'all', assessor: 'all' },

  // Findings.
  'suspicion.raise': { clerk: 'all' },
  'finding.report': { inspector: 'all', assessor: 'all' },
  'finding.self-report': { center: 'own' },
  'finding.notify': { inspector: 'all', assessor: 'all' },
  'finding.reply': { center: 'own' },
  'finding.substantiate': { assessor: 'all' },
  'finding.dismiss': { assessor: 'all' },
  'finding.correct': { assessor: 'all' },
  'evidence.add': { clerk: 'all', inspector: 'all', assessor: 'all', reviewer: 'all', center: 'own' },
  'evidence.publish': { assessor: 'all' },
  'rectification.plan': { center: 'own' },
  'rectification.submit': { center: 'own' },
  'rectification.review': { inspector: 'all', assessor: 'all' },
  'appeal.file': { center: 'own' },
  'appeal.review': { reviewer: 'all' },
  'bonus.propose': { center: 'own', assessor: 'all' },
  'bonus.approve': { assessor: 'all' },
  'self-assessment.submit': { center: 'own' },

  // The house itself.
  'person.manage': { administrator: 'all' },
  'person.read': { administrator: 'all', auditor: 'all' },
  'token.manage': { administrator: 'all' },
  'calendar.manage': { administrator: 'all' },
  'rubric.adopt': { assessor: 'all' },
  'delivery.read': { administrator: 'all' },
  'quota.read': { administrator: 'all' },
  'access-log.read': { auditor: 'all' },
  'ledger.verify': { auditor: 'all', administrator: 'all' },
} as const satisfies Readonly<Record<string, Grants>>

export type Action = keyof typeof WHO_MAY

export const ACTIONS = Object.keys(WHO_MAY) as readonly Action[]

/** How far the role reaches with the action; null where it may not at all. */
export function reachOf(role: Role, action: Action): Reach | null {
  const grants: Grants = WHO_MAY[action]
  return grants[role] ?? null
}

/**
 * Whether the actor may. `centerId` is the center that the request is about; null where it is about none, which an
 * `own` grant then allows: the use case narrows what is shown to the actor's own center.
 */
export function may(actor: Entitlement, action: Action, centerId: CenterId | null): boolean {
  if (actor.scopes !== null && !actor.scopes.includes(action)) return false
  return actor.roles.some((role) => {
    const reach = reachOf(role, action)
    return reach === 'all' || (reach === 'own' && (centerId === null || centerId === actor.centerId))
  })
}

/** Whether the actor sees all centers with the action, and not only the own one. */
export function reachesAll(actor: Entitlement, action: Action): boolean {
  return actor.roles.some((role) => reachOf(role, action) === 'all')
}
