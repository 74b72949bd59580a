import { dropRemoved } from '../adapters/districts/own-folders.ts'
import { deliver } from '../app/telling/deliver.ts'
import { warmUp } from '../app/reading/warm-up.ts'
import { remind, type Reminded } from '../app/telling/remind.ts'
import { sweepPeople } from '../app/people/sweep-people.ts'
import { sweepRecords } from '../app/records/sweep-records.ts'
import { plusSeconds } from '../core/kernel/elapsed.ts'
import type { ServerParts } from '../server/server-parts.ts'
import type { Configuration } from './configuration-keys.ts'
import { courierOf } from './courier-of.ts'
import { inEachDistrict } from './in-each-district.ts'
import type { Stores } from './stores.ts'
import type { Round } from './rounds.ts'

const HOUR = 3_600
const WARM_UP_SECONDS = 600
const REMIND_SECONDS = 600
const DELIVER_SECONDS = 10
const CATCH_UP_SECONDS = 10
const KEPT_ANSWER_DAYS = 7
const UNFINISHED_UPLOAD_DAYS = 7

export function serverRounds(configuration: Configuration, stores: Stores, parts: ServerParts): readonly Round[] {
  const { accessLogDays, recordFileDays } = configuration
  const courier = courierOf(configuration)
  const reminded: Reminded = new Map()
  const ago = (days: number) => plusSeconds(parts.clock.now(), -days * 24 * HOUR)
  return [
    {
      name: 'warm-up',
      everySeconds: WARM_UP_SECONDS,
      run: async (ending) =>
        inEachDistrict(stores.people, async (tenantId) => warmUp(parts.office, tenantId, () => ending.aborted)),
    },
    {
      name: 'remind',
      everySeconds: REMIND_SECONDS,
      run: async () => inEachDistrict(stores.people, async (tenantId) => remind(parts.office, tenantId, reminded)),
    },
    {
      name: 'deliver',
      everySeconds: DELIVER_SECONDS,
      run: async (ending) =>
        inEachDistrict(stores.people, async (tenantId) =>
          deliver(parts.office, courier, tenantId, () => ending.aborted),
        ),
    },
    // Notices of other nodes may be lost: what is followed here is then late, and no more.
    { name: 'catch-up', everySeconds: CATCH_UP_SECONDS, run: async () => parts.office.live.catchUp(null) },
    { name: 'sweep-people', everySeconds: HOUR, run: async () => sweepPeople(parts.people, accessLogDays) },
    {
      name: 'sweep-answers',
      everySeconds: HOUR,
      run: async () =>
        inEachDistrict(stores.people, async (tenantId) => stores.answers.sweep(tenantId, ago(KEPT_ANSWER_DAYS))),
    },
    {
      name: 'sweep-uploads',
      everySeconds: HOUR,
      run: async () =>
        inEachDistrict(stores.people, async (tenantId) => stores.evidence.sweep(tenantId, ago(UNFINISHED_UPLOAD_DAYS))),
    },
    {
      name: 'sweep-records',
      everySeconds: HOUR,
      run: async () =>
        inEachDistrict(stores.people, async (tenantId) => sweepRecords(parts.records, tenantId, recordFileDays)),
    },
    {
      name: 'sweep-removed',
      everySeconds: HOUR,
      run: async () => dropRemoved(configuration.dataFolder, stores.people),
    },
  ]
}
