import { followScores } from '../../api/routes/follow-scores.ts'
import { lookIn } from '../../app/office/look-in.ts'
import { narrowed } from '../../app/reading/narrowed.ts'
import { may } from '../../app/people/who-may.ts'
import { followScores as follow } from '../follow-scores.ts'
import { identify } from '../identify.ts'
import { route } from '../route.ts'

export const followScoresRoute = route(followScores, async ({ params, header, asker }, { office, people }) => {
  const { actor, credential } = asker
  const looked = await lookIn(office, actor, 'sheet.read', params.assessmentId)
  if (!looked.ok) return looked
  const last = header('last-event-id')
  return follow(office, looked.value, {
    centers: narrowed(actor, 'sheet.read'),
    after: last !== null && /^\d{1,15}$/.test(last) ? Number(last) : -1,
    mayGoOn: async () => {
      const now = await identify(people, credential)
      return now.ok && may(now.value.actor, 'sheet.read', null)
    },
  })
})
