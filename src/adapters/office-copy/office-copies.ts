/**
 * Offices as a whole: every table of every store, in the SQLite files of a data folder or in a schema of PostgreSQL. A store
 * that is added to an office is added to `OFFICE_STORES`; its tables and columns are those that its migrations make.
 */
import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { OfficeCopies } from '../../app/ports/office-copy.ts'

/** What it takes is loaded when first asked for: most commands need none of it. */
export const officeCopies: OfficeCopies = {
  source: async (where) =>
    where.kind === 'folder'
      ? (await import('./folder-office.ts')).folderSource(where.path)
      : (await import('./postgres-office.ts')).serverSource(where),
  target: async (where) =>
    where.kind === 'folder'
      ? (await import('./folder-office.ts')).folderTarget(where.path)
      : (await import('./postgres-office.ts')).serverTarget(where),
  isSameFolder: (one, other) => realOf(one) === realOf(other),
  copyRecords: async (...given) => (await import('./record-files-copy.ts')).copyRecordFiles(...given),
  checkRecords: async (...given) => (await import('./record-files-copy.ts')).checkRecordFiles(...given),
}

function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path)
}
