import type { DataHouse } from '../../app/ports/data-house.ts'

/** Data folders on the disk of this machine. What it takes is loaded when first asked for: most commands need none of it. */
export const dataHouse: DataHouse = {
  open: async (path) => (await import('./open-data.ts')).openData(path),
  openPeople: async (path) => (await import('./open-people.ts')).openPeople(path),
  checkDatabases: async (path) => (await import('./check-databases.ts')).checkDatabases(path),
  checkRecords: async (path, tell) => (await import('./check-records.ts')).checkRecords(path, tell),
  backUp: async (path, target, madeAt, program) => (await import('./back-up.ts')).backUp(path, target, madeAt, program),
  setAside: async (backup) => (await import('./back-up.ts')).setBackupAside(backup),
  checkBackup: async (backup) => (await import('./restore-data.ts')).checkBackup(backup),
  restore: async (backup, target) => (await import('./restore-data.ts')).restoreData(backup, target),
  tryOut: async (backup) => (await import('./restore-data.ts')).tryOutBackup(backup),
  discard: async (trial) => (await import('./restore-data.ts')).discardTrial(trial),
}
