import { guessProfile } from '../../api/routes/guess-profile.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { guessForFile } from '../../app/records/guess-for-file.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const guessProfileRoute = route(guessProfile, async ({ params, query, asker }, { records }) => {
  const { profileId, title, source, dataSet = null } = query
  const said = { id: profileId, title, source, dataSet }
  const guessed = await guessForFile(records, asker.actor, params.fileId as UploadId, said)
  return replied(guessed, ({ profile, open }) => answer({ profile, open: [...open] }))
})
