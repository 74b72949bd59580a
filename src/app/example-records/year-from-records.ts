import { replay } from '../../core/ledger/evolve.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { generateYear } from '../example-year/generate-year.ts'
import { FOLDER_TENANT } from '../folder-records/record-folder.ts'
import { refusedAnswer } from '../folder-records/refused-answer.ts'
import type { FolderRecords } from '../ports/folder-records.ts'
import { answered, type Answer } from '../problem.ts'
import { openSuspicion, type OpenedSuspicion } from './open-suspicion.ts'
import {
  correctTrial,
  tryRecords,
  type CorrectedTrial,
  type RecordsTrial,
  type TrialPorts,
  type TrialSetting,
} from './records-trial.ts'
import { tellCorrection } from './tell-correction.ts'

/** A year from its records to the ledger, and what a later correction of them changed. */
export interface YearFromRecords {
  readonly trial: RecordsTrial
  /** Null where nothing was found. */
  readonly opened: OpenedSuspicion | null
  readonly corrected: CorrectedTrial
  readonly events: readonly LedgerEvent[]
}

/** Records are imported into the store of `storeFolder`, which is empty, and searched; what is found, the people of the year deal with. */
export async function yearFromRecords(
  ports: Omit<TrialPorts, 'records' | 'profiles'> & { readonly folderRecords: FolderRecords },
  given: TrialSetting & { readonly storeFolder: string },
  progress: (step: string) => void,
): Promise<Answer<YearFromRecords>> {
  const opened = await ports.folderRecords.open(given.storeFolder, true)
  if (!opened.ok) return refusedAnswer(opened.refusal)
  if (opened.value === null) throw new Error('a store that is to be made is there')
  const { records, profiles, close } = opened.value
  try {
    return await liveYear({ ...ports, records, profiles }, given, progress)
  } finally {
    close()
  }
}

async function liveYear(
  ports: TrialPorts,
  given: TrialSetting,
  progress: (step: string) => void,
): Promise<Answer<YearFromRecords>> {
  const trial = await tryRecords(ports, given, progress)
  if (!trial.ok) return trial
  const { found, setting } = trial.value
  const opened = await openSuspicion(ports.records, trial.value, FOLDER_TENANT)
  if (!opened.ok) return opened
  progress('办理一年的疑点和检查')
  const events = generateYear({ ...given, found })
  const corrected = await correctTrial(ports, given, trial.value, replay(events), progress)
  if (!corrected.ok) return corrected
  const { facts } = corrected.value.learned
  return answered({
    trial: trial.value,
    opened: opened.value,
    corrected: corrected.value,
    events: tellCorrection(given.rubric, events, facts, setting.asOf),
  })
}
