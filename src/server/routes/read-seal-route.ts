import { readSeal } from '../../api/routes/read-seal.ts'
import { readSeal as sealed } from '../../app/reading/sealed-sheets.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const readSealRoute = route(readSeal, async ({ params, asker }, { office }) =>
  replied(await sealed(office, asker.actor, params.assessmentId), answer),
)
