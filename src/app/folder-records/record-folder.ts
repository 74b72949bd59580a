import type { PersonId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import { replay } from '../../core/ledger/evolve.ts'
import { workdayLine, type WorkdayLine } from '../../core/records/workday-line.ts'
import type { FolderRecords, OpenFolderRecords } from '../ports/folder-records.ts'
import type { Center, NoticeArchive, NoticeFolder } from '../ports/notice-archive.ts'
import type { Holdings, RecordStore } from '../ports/record-store.ts'
import { answered, failed, type Answer } from '../problem.ts'
import { refusedAnswer } from './refused-answer.ts'

/** An assessment folder with what its records are checked against. */
export interface RecordFolder extends OpenFolderRecords {
  readonly folder: NoticeFolder
  readonly centers: readonly Center[]
  readonly line: WorkdayLine
  readonly held: Holdings
}

export interface RecordFolderPorts {
  readonly archive: NoticeArchive
  readonly folderRecords: FolderRecords
}

/** Whose records they are: a folder is of one assessment, whatever its district. */
export const FOLDER_TENANT = 'folder' as TenantId

/** Whoever sits at the terminal of a folder: it has no accounts. */
export const AT_TERMINAL = 'terminal' as PersonId

/** Whoever opens it closes it. `make`: a folder that holds no records yet can be imported into. */
export async function openRecordFolder(
  path: string,
  { archive, folderRecords }: RecordFolderPorts,
  make: boolean,
): Promise<Answer<RecordFolder>> {
  const opened = await archive.open(path)
  if (!opened.ok) return opened
  const folder = opened.value
  const centers = centersOf(folder)
  if (centers.length === 0) return failed({ code: 'centers-missing', path })
  if (folder.calendar === null) return failed({ code: 'calendar-missing', path })
  const stores = await folderRecords.open(path, make)
  if (!stores.ok) return refusedAnswer(stores.refusal)
  if (stores.value === null) return failed({ code: 'records-missing', path })
  const counted = await countedOn(stores.value.records, folder.calendar)
  if (counted.ok) return answered({ ...stores.value, folder, centers, ...counted.value })
  stores.value.close()
  return refusedAnswer(counted.refusal)
}

async function countedOn(
  records: Pick<RecordStore, 'holdings'>,
  calendar: WorkingCalendar,
): Promise<Outcome<Pick<RecordFolder, 'line' | 'held'>>> {
  const held = await records.holdings(FOLDER_TENANT)
  if (!held.ok) return held
  const line = workdayLine([calendar], held.value.anchor ?? calendar.from)
  return line.ok ? accepted({ line: line.value, held: held.value }) : line
}

/** As its list names them; without one, those that the ledger enrolled. */
function centersOf({ centers, ledger }: NoticeFolder): readonly Center[] {
  if (centers.length > 0) return centers
  return [...replay(ledger ?? []).centers].map(([id, name]) => ({ id, name }))
}
