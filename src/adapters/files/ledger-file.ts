import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FolderLedger } from '../../app/ports/folder-ledger.ts'
import type { ArchiveAnswer } from '../../app/ports/notice-archive.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { formatLedger, parseLedger } from '../../core/ledger/ledger-lines.ts'
import { writeWhole } from '../evidence/durable-files.ts'

export const folderLedger: FolderLedger = { append, pathOf }

const LEDGER = 'ledger.jsonl'

function pathOf(folder: string): string {
  return join(folder, LEDGER)
}

async function append(
  folder: string,
  read: readonly LedgerEvent[],
  events: readonly LedgerEvent[],
): Promise<ArchiveAnswer<'appended' | 'moved'>> {
  try {
    const text = await readFile(pathOf(folder), 'utf8')
    const now = parseLedger(text)
    if (!now.ok || !isSame(now.value, read)) return { ok: true, value: 'moved' }
    const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`
    await writeWhole(folder, LEDGER, whole + formatLedger(events))
    return { ok: true, value: 'appended' }
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return { ok: false, fault: { code: 'folder-not-written', path: pathOf(folder), detail } }
  }
}

function isSame(now: readonly LedgerEvent[], read: readonly LedgerEvent[]): boolean {
  return now.length === read.length && JSON.stringify(now.at(-1)) === JSON.stringify(read.at(-1))
}
