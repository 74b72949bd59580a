import { readQuotas } from '../../api/routes/read-quotas.ts'
import { readQuotas as readBy } from '../../app/districts/read-quotas.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readQuotasRoute = route(readQuotas, async ({ asker }, { people, office, evidence, records, clock }) =>
  replied(
    await readBy(
      {
        people: people.people,
        ledgers: office.ledgers,
        room: evidence.room,
        countRecords: async (tenantId) => {
          const held = await records.records.holdings(tenantId)
          return held.ok ? accepted(held.value.sets.reduce((sum, set) => sum + set.records, 0)) : held
        },
        clock,
      },
      asker.actor,
    ),
    (quotas) => answer({ quotas: [...quotas] }),
  ),
)
