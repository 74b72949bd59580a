import { checkHeader, checkProfile } from '../../core/records/check-profile.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { isErrorHeader, withoutErrorColumns } from '../../core/records/error-columns.ts'
import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { Clock } from '../ports/clock.ts'
import type { ProfileDrafts } from '../ports/profile-drafts.ts'
import type { FileLook, ImportOutcome, ImportReport, SourceFile, Watch } from '../ports/record-store.ts'
import type { ProofFiles } from '../ports/proof-files.ts'
import type { Secrets } from '../ports/secrets.ts'
import { answered, failed, type Answer } from '../problem.ts'
import { fittingProfiles, folderProfiles, type FolderProfile } from './choose-profile.ts'
import {
  AT_TERMINAL,
  FOLDER_TENANT,
  openRecordFolder,
  type RecordFolder,
  type RecordFolderPorts,
} from './record-folder.ts'
import { keepErrors } from './keep-errors.ts'
import { refusedAnswer } from './refused-answer.ts'
import { draftFor, showAgain, type ShownDraft } from './show-draft.ts'

export interface FolderImportPorts extends RecordFolderPorts {
  readonly profileDrafts: ProfileDrafts
  readonly clock: Clock
  readonly secrets: Pick<Secrets, 'id'>
  readonly proofFiles: Pick<ProofFiles, 'copyInto'>
}

export interface FolderImportAsked {
  readonly file: SourceFile
  readonly into: string
  /** By id; null for the one whose columns are the file's. */
  readonly profile: string | null
  readonly dataSet: DataSetName | null
  /** The person has seen the draft and says that it is right. */
  readonly isConfirmed: boolean
}

export type FolderImport =
  /** Nothing was imported: a person must look at the draft first, and say what is open. */
  | { readonly kind: 'draft'; readonly draft: ShownDraft }
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | {
      readonly kind: 'faulty'
      readonly outcome: Extract<ImportOutcome, { readonly kind: 'faulty' }>
      readonly profile: ImportProfile
      /** Where the profile's file lies, or would. */
      readonly profilePath: string
      /** Where the faulty rows were written for correction; null where they could not be. */
      readonly errorPath: string | null
    }

/**
 * Imports a file into an assessment folder by the profile of its source. The first file of a source makes a draft, which a
 * person reads, corrects and confirms once; every later one is imported at once, as its columns tell whose it is.
 */
export async function importIntoFolder(
  asked: FolderImportAsked,
  ports: FolderImportPorts,
  watch: Watch,
): Promise<Answer<FolderImport>> {
  const opened = await openRecordFolder(asked.into, ports, true)
  if (!opened.ok) return opened
  try {
    return await importOpened(asked, opened.value, ports, watch)
  } finally {
    opened.value.close()
  }
}

async function importOpened(
  asked: FolderImportAsked,
  into: RecordFolder,
  ports: FolderImportPorts,
  watch: Watch,
): Promise<Answer<FolderImport>> {
  const looked = await into.records.look(asked.file)
  if (!looked.ok) return refusedAnswer(looked.refusal)
  const look = { ...looked.value, header: withoutErrorColumns(looked.value.header) }
  const known = await profilesOf(asked.into, into, ports)
  if (!known.ok) return known
  const chosen = choose(asked, look, known.value)
  if (!chosen.ok) return chosen
  if (chosen.value === null)
    return isErrorHeader(looked.value.header)
      ? failed({ code: 'correction-unfit', path: asked.file.fileName })
      : drafted(await draftFor(asked, look, into, known.value, ports.profileDrafts, watch))
  const { profile, standing } = chosen.value
  if (standing === 'confirmed') return importBy(profile, asked, into, ports, watch)
  if (isErrorHeader(looked.value.header)) return failed({ code: 'correction-unfit', path: asked.file.fileName })
  // What cannot be imported by is shown again, completed by what the file shows, whatever the person said.
  if (!asked.isConfirmed || !isComplete(profile, look))
    return drafted(await showAgain(asked, chosen.value, look, into, known.value, ports.profileDrafts, watch))
  const confirmed = await into.profiles.confirm(FOLDER_TENANT, { profile, by: AT_TERMINAL, at: ports.clock.now() })
  return confirmed.ok ? importBy(profile, asked, into, ports, watch) : refusedAnswer(confirmed.refusal)
}

function isComplete(profile: ImportProfile, { header }: FileLook): boolean {
  const { missing, unknown } = checkHeader(profile, header)
  return checkProfile(profile).length === 0 && missing.length === 0 && unknown.length === 0
}

function drafted(draft: Answer<ShownDraft>): Answer<FolderImport> {
  return draft.ok ? answered({ kind: 'draft', draft: draft.value }) : draft
}

async function profilesOf(
  path: string,
  { centers, profiles }: RecordFolder,
  { profileDrafts }: FolderImportPorts,
): Promise<Answer<readonly FolderProfile[]>> {
  const drafts = await profileDrafts.list(path, centers)
  if (!drafts.ok) return drafts
  const confirmed = await profiles.profiles(FOLDER_TENANT)
  if (!confirmed.ok) return refusedAnswer(confirmed.refusal)
  return answered(
    folderProfiles(
      drafts.value,
      confirmed.value.map(({ profile }) => profile),
    ),
  )
}

function choose(
  { profile: named, dataSet: wanted, file }: FolderImportAsked,
  { header }: FileLook,
  known: readonly FolderProfile[],
): Answer<FolderProfile | null> {
  if (named !== null) {
    const found = known.find(({ profile }) => profile.id === named)
    if (found === undefined)
      return failed({ code: 'profile-unknown', given: named, known: known.map(({ profile }) => profile.id) })
    if (wanted !== null && found.profile.dataSet !== wanted)
      return failed({ code: 'profile-foreign', given: named, wanted: dataSet(wanted).chinese })
    return answered(found)
  }
  const fitting = fittingProfiles(known, header, wanted)
  const [only, ...others] = fitting
  if (others.length === 0) return answered(only ?? null)
  return failed({
    code: 'profile-ambiguous',
    path: file.fileName,
    fitting: fitting.map(({ profile }) => profile.id),
  })
}

async function importBy(
  profile: ImportProfile,
  { file, into }: FolderImportAsked,
  { records, centers, line }: RecordFolder,
  { clock, secrets, proofFiles, profileDrafts }: FolderImportPorts,
  watch: Watch,
): Promise<Answer<FolderImport>> {
  const asked = { ...file, profile, centers: centers.map(({ id }) => id), line }
  const stamp = { importId: secrets.id(), by: AT_TERMINAL, at: clock.now() }
  const imported = await records.importFile(FOLDER_TENANT, asked, stamp, watch)
  if (!imported.ok) return refusedAnswer(imported.refusal)
  const outcome = imported.value
  if (outcome.kind === 'imported') return answered({ kind: 'imported', report: outcome.report })
  const errors = async () => {
    const read = await records.errors(FOLDER_TENANT, stamp.importId)
    return read.ok ? read.value : null
  }
  const kept = await keepErrors(errors, file.path, proofFiles)
  const errorPath = kept.ok ? kept.value : null
  return answered({ kind: 'faulty', outcome, profile, profilePath: profileDrafts.pathOf(into, profile.id), errorPath })
}
