import { dropRemoved } from '../adapters/districts/own-folders.ts'
import { deliverDue } from '../app/telling/deliver.ts'
import { inDueDistricts } from '../app/districts/in-districts.ts'
import { warmUp } from '../app/reading/warm-up.ts'
import { remind } from '../app/telling/remind.ts'
import { sweepPeople } from '../app/people/sweep-people.ts'
import { sweepRecordFiles } from '../app/records/sweep-record-files.ts'
import { plusSeconds } from '../core/kernel/elapsed.ts'
import type { TenantId } from '../core/kernel/identifiers.ts'
import type { Outcome } from '../core/kernel/outcome.ts'
import type { Timestamp } from '../core/kernel/timestamp.ts'
import type { ServerParts } from '../server/server-parts.ts'
import type { Configuration } from './configuration-keys.ts'
import { courierOf } from './courier-of.ts'
import type { Stores } from './stores.ts'
import type { Round } from './rounds.ts'

const HOUR = 3_600
const WARM_UP_SECONDS = 600
const REMIND_SECONDS = 600
const DELIVER_SECONDS = 10
const CATCH_UP_SECONDS = 10
const KEPT_ANSWER_DAYS = 7
const KEPT_JOB_DAYS = 400
const UNFINISHED_UPLOAD_DAYS = 7

/**
 * What a server does by itself now and then. Each asks once for all districts, however many there are, and goes into those only
 * in which there is something to be done.
 */
export function serverRounds(configuration: Configuration, stores: Stores, parts: ServerParts): readonly Round[] {
  const { accessLogDays, recordFileDays } = configuration
  const courier = courierOf(configuration)
  const ago = (days: number) => plusSeconds(parts.clock.now(), -days * 24 * HOUR)
  const sweeping = ({ name, days, dueTenants, sweep }: Sweeping): Round => ({
    name,
    everySeconds: HOUR,
    run: async (watch) => {
      const tenants = await stores.people.tenants()
      if (!tenants.ok) return tenants
      const before = ago(days)
      const due = await dueTenants(
        tenants.value.map(({ tenantId }) => tenantId),
        before,
      )
      return inDueDistricts(due, (tenantId) => sweep(tenantId, before), watch)
    },
  })
  const { records, uploads } = parts.records
  return [
    { name: 'warm-up', everySeconds: WARM_UP_SECONDS, run: (watch) => warmUp(parts.office, watch) },
    { name: 'remind', everySeconds: REMIND_SECONDS, run: (watch) => remind(parts.office, watch) },
    { name: 'deliver', everySeconds: DELIVER_SECONDS, run: (watch) => deliverDue(parts.office, courier, watch) },
    // Notices of other nodes may be lost: what is followed here is then late, and no more.
    { name: 'catch-up', everySeconds: CATCH_UP_SECONDS, run: async () => parts.office.live.catchUp(null) },
    { name: 'sweep-people', everySeconds: HOUR, run: (watch) => sweepPeople(parts.people, accessLogDays, watch) },
    { name: 'sweep-answers', everySeconds: HOUR, run: async () => stores.answers.sweep(ago(KEPT_ANSWER_DAYS)) },
    { name: 'sweep-jobs', everySeconds: HOUR, run: async () => stores.jobs.sweep(ago(KEPT_JOB_DAYS)) },
    sweeping({
      name: 'sweep-uploads',
      days: UNFINISHED_UPLOAD_DAYS,
      dueTenants: stores.evidence.dueTenants,
      sweep: stores.evidence.sweep,
    }),
    // Records as their source wrote them, in uploads and error files, lie here for so many days and no longer.
    sweeping({
      name: 'sweep-record-files',
      days: recordFileDays,
      dueTenants: uploads.dueTenants,
      sweep: (tenantId, before) => sweepRecordFiles(parts.records, tenantId, before),
    }),
    sweeping({ name: 'sweep-records', days: recordFileDays, dueTenants: records.dueTenants, sweep: records.sweep }),
    {
      name: 'sweep-removed',
      everySeconds: HOUR,
      run: async () => {
        const removed = await dropRemoved(configuration.dataFolder, stores.people)
        if (removed.ok) for (const { tenantId } of removed.value) stores.records.forgetAnswers(tenantId)
        return removed
      },
    },
  ]
}

interface Sweeping {
  readonly name: string
  readonly days: number
  /** Of these, those in which `sweep` would find something. */
  readonly dueTenants: (tenants: readonly TenantId[], before: Timestamp) => Promise<Outcome<readonly TenantId[]>>
  readonly sweep: (tenantId: TenantId, before: Timestamp) => Promise<Outcome<unknown>>
}
