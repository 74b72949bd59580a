import { countDeliveries } from '../../api/routes/count-deliveries.ts'
import { countDeliveries as counted } from '../../app/telling/count-deliveries.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const countDeliveriesRoute = route(countDeliveries, async ({ asker }, { office }) =>
  replied(await counted(office, asker.actor), ({ waiting, sending, sent, 'given-up': givenUp }) =>
    answer({ waiting, sending, sent, givenUp }),
  ),
)
