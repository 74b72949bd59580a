import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { BackupCheck } from '../ports/data-house.ts'
import { checkData, type Checking, type DataReport } from './check-data.ts'

export interface RestoredBackup {
  readonly check: BackupCheck
  /** Null where the backup itself is damaged: then nothing was restored. */
  readonly restored: DataReport | null
  readonly holds: boolean
}

/** A damaged backup is not restored: half a history that looks whole is worse than none. */
export async function restoreBackup(
  backup: string,
  target: string,
  checking: Checking,
): Promise<Outcome<RestoredBackup>> {
  const { house, say } = checking
  say('核对备份')
  const check = await house.checkBackup(backup)
  if (!check.ok) return check
  if (check.value.damages.length > 0) return accepted({ check: check.value, restored: null, holds: false })
  say('恢复')
  const laid = await house.restore(backup, target)
  if (!laid.ok) return laid
  const restored = await checkData(target, checking)
  if (!restored.ok) return restored
  return accepted({ check: check.value, restored: restored.value, holds: restored.value.holds })
}
