import { beginSecondFactor } from '../../api/routes/begin-second-factor.ts'
import { beginSecondFactor as beginBy } from '../../app/people/enroll-second-factor.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const beginSecondFactorRoute = route(beginSecondFactor, async ({ asker }, { people }) =>
  replied(await beginBy(people, asker.credential.text), (enrollment) => answer(enrollment)),
)
