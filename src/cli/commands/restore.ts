import { restoreBackup } from '../../app/proof/restore-backup.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { restorePage } from '../render/backup-page.ts'
import { pageFor } from '../render/page.ts'
import { checkingBy } from './check.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

export const addRestore: CommandFrame = (program, ports, finish) => {
  program
    .command('restore')
    .argument('<BACKUP>', '一份备份，或放备份的文件夹（用其中最近的一份）· a backup, or where backups are kept')
    .argument('<FOLDER>', '恢复到哪里：空的或还不存在的文件夹 · an empty folder, or one to be made')
    .description('从备份恢复成一个数据文件夹，前后各检查一遍 · restore a backup, verified before and after')
    .action(async (backup: string, target: string) => finish(await restore(backup, target, ports)))
}

async function restore(backup: string, target: string, ports: CliPorts): Promise<ExitCode> {
  const restored = await restoreBackup(backup, target, checkingBy(ports))
  ports.terminal.progress(null)
  if (!restored.ok)
    return report(ports, { code: 'refused', reason: restored.refusal.code, message: restored.refusal.message })
  writeLines(ports, restorePage(restored.value, target, pageFor(ports.terminal)))
  return restored.value.holds ? EXIT_CODES.ok : EXIT_CODES.found
}
