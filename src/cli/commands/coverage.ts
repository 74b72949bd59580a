import { coverFolder } from '../../app/folder-records/cover-folder.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { coveragePage } from '../render/coverage-page.ts'
import { pageFor } from '../render/page.ts'
import { report, saying, writeLines, type CommandFrame } from './command-frame.ts'

export const addCoverage: CommandFrame = (program, ports, finish) => {
  program
    .command('coverage')
    .argument('<FOLDER>', '考核文件夹 · the folder of an assessment')
    .description('每一款靠什么发现：检测、检查清单、资料清单；有一款没有来源就不成立 · what feeds each clause')
    .action(async (folder: string) => finish(await showCoverage(folder, ports)))
}

async function showCoverage(folder: string, ports: CliPorts): Promise<ExitCode> {
  const covered = await saying(ports, '核对', () => coverFolder(folder, ports))
  if (!covered.ok) return report(ports, covered.fault)
  writeLines(ports, coveragePage(covered.value, pageFor(ports.terminal)))
  return covered.value.faults.length === 0 ? EXIT_CODES.ok : EXIT_CODES.found
}
