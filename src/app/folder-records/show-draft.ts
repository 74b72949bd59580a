import { checkHeader, exposedFields } from '../../core/records/check-profile.ts'
import { completeProfile } from '../../core/records/complete-profile.ts'
import type { DataSetName, Field } from '../../core/records/data-set.ts'
import { guessProfile } from '../../core/records/guess-profile.ts'
import type { GuessingGround, OpenPoint } from '../../core/records/guessing-ground.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { Center } from '../ports/notice-archive.ts'
import type { ProfileDrafts } from '../ports/profile-drafts.ts'
import type { FileLook, SourceFile, Watch } from '../ports/record-store.ts'
import { answered, failed, type Answer } from '../problem.ts'
import { guessOverFile } from '../records/guess-over-file.ts'
import type { FolderProfile } from './choose-profile.ts'
import { draftProfile, otherSources } from './draft-profile.ts'
import type { RecordFolder } from './record-folder.ts'
import { refusedAnswer } from './refused-answer.ts'
import { trySample, type SampleTrial } from './try-sample.ts'

export interface ShownDraft {
  readonly profile: ImportProfile
  /** Where its file lies. */
  readonly path: string
  /** Corrected since it was confirmed. */
  readonly isChanged: boolean
  readonly look: FileLook
  readonly open: readonly OpenPoint[]
  /** Personal data that it keeps as the source writes it. */
  readonly exposed: readonly Field[]
  readonly trial: SampleTrial
  /** Who is known by name. */
  readonly centers: readonly Center[]
}

export interface DraftAsked {
  readonly file: SourceFile
  readonly into: string
  /** Null to guess it too. */
  readonly dataSet: DataSetName | null
}

/** The first draft for a file that no profile of the folder fits, written where a person can correct it. */
export async function draftFor(
  { file, into: path, dataSet: wanted }: DraftAsked,
  look: FileLook,
  into: RecordFolder,
  known: readonly FolderProfile[],
  profileDrafts: ProfileDrafts,
  watch: Watch,
): Promise<Answer<ShownDraft>> {
  const { centers, records } = into
  const guess = (seen: SeenFile) => guessProfile(UNNAMED, { ...seen, centers, dataSet: wanted })
  const guessed = await guessOverFile(records, file, look, guess, watch)
  if (!guessed.ok) return refusedAnswer(guessed.refusal)
  if (guessed.value === null) return failed({ code: 'profile-unguessable', path: file.fileName, header: look.header })
  const others = known.map(({ profile }) => profile)
  const drafted = draftProfile(guessed.value, file.fileName, others)
  const written = await profileDrafts.write(path, drafted.profile, centers)
  if (!written.ok) return written
  return answered(shown(drafted.profile, written.value, false, look, drafted.open, into))
}

/** A draft that a person has in hand, completed by what the file shows of the columns that were named in it. */
export async function showAgain(
  { file, into: path }: DraftAsked,
  { profile, standing }: FolderProfile,
  look: FileLook,
  into: RecordFolder,
  known: readonly FolderProfile[],
  profileDrafts: ProfileDrafts,
  watch: Watch,
): Promise<Answer<ShownDraft>> {
  const { centers, records } = into
  const complete = (seen: SeenFile) => completeProfile(profile, { ...seen, centers, dataSet: profile.dataSet })
  const guessed = await guessOverFile(records, file, look, complete, watch)
  if (!guessed.ok) return refusedAnswer(guessed.refusal)
  const completed = guessed.value ?? { profile, open: [] }
  const others = known.map((one) => one.profile)
  const open = [...otherColumns(completed.profile, look), ...otherSources(completed.profile, others), ...completed.open]
  const written = await profileDrafts.write(path, completed.profile, centers)
  if (!written.ok) return written
  const isChanged = standing === 'changed'
  return answered(shown(completed.profile, written.value, isChanged, look, open, into))
}

function otherColumns(profile: ImportProfile, { header }: FileLook): readonly OpenPoint[] {
  const { missing, unknown } = checkHeader(profile, header)
  return [
    ...missing.map(({ column, field }): OpenPoint => {
      const message = `文件里没有“${column}”这一列（${field}）；请核对列名`
      return { code: 'profile-incomplete', field: null, column, message }
    }),
    ...unknown.map((column): OpenPoint => {
      const message = `方案没有说“${column}”这一列怎么办；请对应到字段，或写进“忽略”`
      return { code: 'profile-incomplete', field: null, column, message }
    }),
  ]
}

type SeenFile = Pick<GuessingGround, 'header' | 'sample'>

/** Until it is told apart from the others. */
const UNNAMED = { id: 'new', title: 'new', source: 'new' } as const

function shown(
  profile: ImportProfile,
  path: string,
  isChanged: boolean,
  look: FileLook,
  open: readonly OpenPoint[],
  { centers, line }: RecordFolder,
): ShownDraft {
  const on = { centers: new Set(centers.map(({ id }) => id)), line }
  const trial = trySample(look, profile, on)
  return { profile, path, isChanged, look, open, exposed: exposedFields(profile), trial, centers }
}
