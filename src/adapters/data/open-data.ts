import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DistrictData } from '../../app/ports/district-house.ts'
import { USUAL_EVIDENCE_LIMITS } from '../../app/ports/evidence-kind.ts'
import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { nodeDigester } from '../digests/node-digester.ts'
import { folderEvidence } from '../evidence/folder-evidence.ts'
import { openLedgerFile } from '../ledger/ledger-file.ts'
import { openSqlitePeople } from '../people/sql-people.ts'
import { EVIDENCE_FOLDER, LEDGER_FILE, PEOPLE_FILE } from './data-layout.ts'
import { countInFolder } from './listed-records.ts'

/** The stores of a data folder. A folder that is none is never made one by asking for something in it. */
export function openData(path: string): Stored<DistrictData> {
  for (const name of [LEDGER_FILE, PEOPLE_FILE])
    if (!existsSync(join(path, name))) return storeFault('store-unreachable', join(path, name), '没有这个文件')
  const ledger = openLedgerFile(join(path, LEDGER_FILE), nodeDigester)
  if (!ledger.ok) return ledger
  const people = openSqlitePeople(join(path, PEOPLE_FILE))
  if (!people.ok) {
    ledger.value.close()
    return people
  }
  return accepted({
    ledgers: ledger.value.ledgers,
    rubrics: ledger.value.rubrics,
    people: people.value,
    evidence: folderEvidence(join(path, EVIDENCE_FOLDER), USUAL_EVIDENCE_LIMITS),
    countRecords: async (tenantId) => countInFolder(path, tenantId),
    close: async () => {
      await people.value.close()
      ledger.value.close()
    },
  })
}
