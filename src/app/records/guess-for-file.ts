import { accepted } from '../../core/kernel/outcome.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { guessProfile, type ProfileGuess } from '../../core/records/guess-profile.ts'
import type { GuessingGround } from '../../core/records/guessing-ground.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { Actor } from '../people/actor.ts'
import type { UploadId } from '../ports/evidence-store.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import { guessOverFile } from './guess-over-file.ts'
import { centersOf } from './import-frame.ts'
import type { RecordsDesk } from './records-desk.ts'
import { ownRecordFile } from './upload-records.ts'

/** A draft of the profile by which the file could be imported, and all that a person must still say. `dataSet` null: guessed too. */
export async function guessForFile(
  desk: Pick<RecordsDesk, 'uploads' | 'records' | 'office' | 'previews'>,
  actor: Actor,
  fileId: UploadId,
  said: Pick<ImportProfile, 'id' | 'title' | 'source'> & { readonly dataSet: DataSetName | null },
): Promise<AtDesk<ProfileGuess>> {
  const located = await ownRecordFile(desk, actor, fileId)
  if (!located.ok) return located
  const looked = await desk.records.look(located.value)
  if (!looked.ok) return looked
  const centers = await centersOf(desk, actor.tenantId)
  if (!centers.ok) return centers
  const { dataSet, ...named } = said
  const known = [...centers.value].map(([id, name]) => ({ id, name }))
  const guess = (seen: Pick<GuessingGround, 'header' | 'sample'>) =>
    guessProfile(named, { ...seen, centers: known, dataSet })
  const guessed = await desk.previews.run(actor, (signal) =>
    guessOverFile(desk.records, located.value, looked.value, guess, { onProgress: () => undefined, signal }),
  )
  if (!guessed.ok) return guessed
  return guessed.value === null ? refuseAtDesk('profile-unguessable', located.value.fileName) : accepted(guessed.value)
}
