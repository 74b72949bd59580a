import { addCalendar } from '../../api/routes/add-calendar.ts'
import { addCalendar as addBy } from '../../app/people/add-calendar.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const addCalendarRoute = route(addCalendar, async ({ body, asker, trace }, { people }) => {
  const calendar = { ...body, restDays: new Set(body.restDays), workDays: new Set(body.workDays) }
  return replied(await addBy(people, asker.actor, calendar, trace), (added) =>
    answer(added, { status: added.isNew ? 201 : 200 }),
  )
})
