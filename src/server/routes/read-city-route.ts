import { readCity } from '../../api/routes/read-city.ts'
import { readCity as read } from '../../app/city/read-city.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readCityRoute = route(readCity, async ({ query, asker }, { city }) =>
  replied(await read(city, asker.actor, query.year ?? null), answer),
)
