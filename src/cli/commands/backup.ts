import { backUpData } from '../../app/proof/back-up-data.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { backupPage } from '../render/backup-page.ts'
import { pageFor } from '../render/page.ts'
import { checkingBy } from './check.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface BackupOptions {
  readonly data?: string
}

export const addBackup: CommandFrame = (program, ports, finish) => {
  program
    .command('backup')
    .argument('<TARGET>', '放备份的文件夹；同一处可以放多份，证据文件只存一次 · where backups are kept')
    .description('备份数据文件夹，服务不用停；写完后试恢复一遍并检查 · back up a running server, verified by restoring')
    .option('--data <FOLDER>', '数据文件夹（默认 MINGHENG_DATA，或 data）· the data folder')
    .action(async (target: string, options: BackupOptions) => finish(await backup(target, options, ports)))
}

async function backup(target: string, options: BackupOptions, ports: CliPorts): Promise<ExitCode> {
  const made = await backUpData(options.data ?? ports.dataRoot, target, checkingBy(ports))
  ports.terminal.progress(null)
  if (!made.ok) return report(ports, { code: 'refused', reason: made.refusal.code, message: made.refusal.message })
  writeLines(ports, backupPage(made.value, pageFor(ports.terminal)))
  return made.value.holds ? EXIT_CODES.ok : EXIT_CODES.found
}
