/**
 * The office is what its use cases share: the ports they ask, the assessments as they stand (`live-assessments.ts`), and
 * the catalogue of what is refused. Three rooms lie around it. `acting`: every step in the life of an assessment, one file
 * a step, over `act.ts`. `reading`: answers from the live state, and from the ledger where history is asked for.
 * `telling`: who is told of what, in the append of the facts themselves, and how it reaches them.
 */
import type { Clock } from '../ports/clock.ts'
import type { Digester } from '../ports/digester.ts'
import type { EvidenceStore } from '../ports/evidence-store.ts'
import type { LedgerLooks } from '../ports/ledger-looks.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { PeopleStore } from '../ports/people-store.ts'
import type { RubricArchive } from '../ports/rubric-archive.ts'
import type { LiveAssessments } from './live-assessments.ts'

/** What acting asks of the world. The people and evidence stores offer more: only this is needed here. */
export interface Office {
  readonly ledgers: LedgerStore
  readonly outbox: Outbox
  readonly rubrics: RubricArchive
  readonly looks: LedgerLooks
  readonly people: Pick<
    PeopleStore,
    'calendars' | 'calendarVersions' | 'tenant' | 'quotas' | 'tenants' | 'people' | 'person'
  >
  readonly evidence: Pick<EvidenceStore, 'stat' | 'hasBrought'>
  readonly clock: Clock
  readonly digester: Digester
  readonly live: LiveAssessments
}
