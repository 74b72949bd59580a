import { nameColleagues } from '../../api/routes/name-colleagues.ts'
import { nameColleagues as nameBy } from '../../app/people/name-colleagues.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const nameColleaguesRoute = route(nameColleagues, async ({ asker, trace }, { people }) =>
  replied(await nameBy(people, asker.actor, trace), (colleagues) => answer({ colleagues: [...colleagues] })),
)
