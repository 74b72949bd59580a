import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FolderLedger } from '../../app/ports/folder-ledger.ts'
import type { ArchiveAnswer } from '../../app/ports/notice-archive.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { formatLedger, parseLedger } from '../../core/ledger/ledger-lines.ts'
import { writeWhole } from '../evidence/durable-files.ts'
import { aloneOn } from './alone-on.ts'

export const folderLedger: FolderLedger = { append, pathOf }

const LEDGER = 'ledger.jsonl'
const LOCK = '.ledger-lock'

function pathOf(folder: string): string {
  return join(folder, LEDGER)
}

/** Who reads, compares and writes is alone: of two that read the same ledger only one finds it as it was. */
async function append(
  folder: string,
  read: readonly LedgerEvent[],
  events: readonly LedgerEvent[],
): Promise<ArchiveAnswer<'appended' | 'moved'>> {
  try {
    const written = await aloneOn(join(folder, LOCK), () => appendAlone(folder, read, events))
    return { ok: true, value: written === 'busy' ? 'moved' : written }
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return { ok: false, fault: { code: 'folder-not-written', path: pathOf(folder), detail } }
  }
}

async function appendAlone(
  folder: string,
  read: readonly LedgerEvent[],
  events: readonly LedgerEvent[],
): Promise<'appended' | 'moved'> {
  const text = await readFile(pathOf(folder), 'utf8')
  const now = parseLedger(text)
  if (!now.ok || !isSame(now.value, read)) return 'moved'
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`
  await writeWhole(folder, LEDGER, whole + formatLedger(events))
  return 'appended'
}

function isSame(now: readonly LedgerEvent[], read: readonly LedgerEvent[]): boolean {
  return now.length === read.length && JSON.stringify(now.at(-1)) === JSON.stringify(read.at(-1))
}
