import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ledgerLooksConform } from '../../../test/conformance/ledger-looks.ts'
import { ledgerStoreConforms, type MakeLedgerFile } from '../../../test/conformance/ledger-store.ts'
import { ledgerTurnsConform } from '../../../test/conformance/ledger-turns.ts'
import { outboxConforms } from '../../../test/conformance/outbox.ts'
import { rubricArchiveConforms } from '../../../test/conformance/rubric-archive.ts'
import { answersLikeMemory } from '../../../test/conformance/same-answers.ts'
import { nodeDigester } from '../digests/node-digester.ts'
import { memoryLedgerFile, openLedgerFile } from './ledger-file.ts'

const inMemory: MakeLedgerFile = async () => memoryLedgerFile(nodeDigester)

const inSqlite: MakeLedgerFile = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingheng-ledger-'))
  const file = openLedgerFile(join(folder, 'ledger.sqlite'), nodeDigester)
  if (!file.ok) throw new Error(file.refusal.message)
  const close = (): void => {
    file.value.close()
    rmSync(folder, { recursive: true })
  }
  return { ...file.value, close }
}

for (const [name, make] of [['memory', inMemory] as const, ['SQLite', inSqlite] as const]) {
  ledgerStoreConforms(name, make)
  ledgerTurnsConform(name, make)
  outboxConforms(name, make)
  ledgerLooksConform(name, make)
  rubricArchiveConforms(name, make)
}
answersLikeMemory('SQLite', inMemory, inSqlite)
