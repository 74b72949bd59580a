import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { Backup, BackupCheck } from '../ports/data-house.ts'
import { checkData, type Checking, type DataReport } from './check-data.ts'

export interface MadeBackup {
  readonly backup: Backup
  readonly check: BackupCheck
  /** Of what the backup restores to. */
  readonly restored: DataReport
  readonly holds: boolean
}

/** A backup is one once it has been restored and what came out has been checked. */
export async function backUpData(path: string, target: string, checking: Checking): Promise<Outcome<MadeBackup>> {
  const { house, now, program, say } = checking
  say('备份')
  const made = await house.backUp(path, target, now, program)
  if (!made.ok) return made
  say('核对备份')
  const check = await house.checkBackup(made.value.path)
  if (!check.ok) return check
  say('试恢复')
  const trial = await house.tryOut(made.value.path)
  if (!trial.ok) return trial
  try {
    const restored = await checkData(trial.value, checking)
    if (!restored.ok) return restored
    const holds = check.value.damages.length === 0 && restored.value.holds
    const path = holds ? made.value.path : await house.setAside(made.value.path)
    return accepted({ backup: { ...made.value, path }, check: check.value, restored: restored.value, holds })
  } finally {
    await house.discard(trial.value)
  }
}
