import type { DataHouse } from '../../app/ports/data-house.ts'
import { backUp } from './back-up.ts'
import { checkDatabases } from './check-databases.ts'
import { openData } from './open-data.ts'
import { checkBackup, discardTrial, restoreData, tryOutBackup } from './restore-data.ts'

/** Data folders on the disk of this machine. */
export const dataHouse: DataHouse = {
  open: openData,
  checkDatabases,
  backUp,
  checkBackup,
  restore: restoreData,
  tryOut: tryOutBackup,
  discard: discardTrial,
}
