import { previewBonus } from '../../api/routes/preview-bonus.ts'
import { previewBonus as previewed } from '../../app/reading/preview-bonus.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const previewBonusRoute = route(previewBonus, async ({ params, query, asker }, { office }) => {
  const { decision, occurrences = null, points = null } = query
  const thought = { decision, occurrences, points }
  return replied(await previewed(office, asker.actor, params.assessmentId, params.bonusId, thought), (preview) =>
    answer({ ...preview, numbers: [...preview.numbers] }),
  )
})
