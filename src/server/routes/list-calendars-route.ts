import { listCalendars } from '../../api/routes/list-calendars.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const listCalendarsRoute = route(listCalendars, async ({ asker }, { people }) =>
  replied(await people.people.calendars(asker.actor.tenantId), (calendars) =>
    answer({
      calendars: calendars.map((calendar) => ({
        ...calendar,
        restDays: [...calendar.restDays].sort(),
        workDays: [...calendar.workDays].sort(),
      })),
    }),
  ),
)
