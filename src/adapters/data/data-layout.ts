import { readdir } from 'node:fs/promises'

/** Names within a data folder. */
export const LEDGER_FILE = 'ledger.sqlite'
export const PEOPLE_FILE = 'people.sqlite'
export const ACCESS_FILE = 'access.sqlite'
export const RECORDS_FILE = 'records.sqlite'
export const EVIDENCE_FOLDER = 'evidence'
export const RECORDS_FOLDER = 'records'
export const RECORD_FILES_FOLDER = 'record-files'
export const TEMPLATES_FOLDER = 'templates'

/**
 * The databases of a data folder, the ledger first: what is copied after it is at least as new, so that whoever a copied
 * ledger names is among the copied people.
 */
export async function databasesIn(path: string): Promise<readonly string[]> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.sqlite')).toSorted()
  return [...names.filter((name) => name === LEDGER_FILE), ...names.filter((name) => name !== LEDGER_FILE)]
}
