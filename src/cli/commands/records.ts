import { showHoldings, showVersions } from '../../app/folder-records/show-records.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { pageFor } from '../render/page.ts'
import { holdingsPage, setPage } from '../render/records-page.ts'
import { versionsPage } from '../render/versions-page.ts'
import { askedDataSet } from './asked-data-set.ts'
import { report, saying, writeLines, type CommandFrame } from './command-frame.ts'

export const addRecords: CommandFrame = (program, ports, finish) => {
  program
    .command('records')
    .argument('<FOLDER>', '考核文件夹 · the folder of an assessment')
    .argument('[DATA-SET]', '哪种数据，如 好差评：各月多少、哪些文件导入的 · one data set')
    .argument('[RECORD]', '编号，或 来源/编号：这条记录的各版 · all versions of a record')
    .description('看导入了哪些业务记录；指明一条时，各版并排 · the records that are held')
    .action(async (folder: string, dataSet: string | undefined, record: string | undefined) =>
      finish(await showRecords(folder, dataSet, record, ports)),
    )
}

async function showRecords(
  folder: string,
  given: string | undefined,
  record: string | undefined,
  ports: CliPorts,
): Promise<ExitCode> {
  const page = pageFor(ports.terminal)
  const asked = askedDataSet(given)
  if (!asked.ok) return report(ports, asked.fault)
  const set = asked.value
  if (set !== null && record !== undefined) {
    const shown = await saying(ports, '查找', () => showVersions(folder, set, record, ports))
    if (!shown.ok) return report(ports, shown.fault)
    writeLines(ports, versionsPage(shown.value, page))
    return EXIT_CODES.ok
  }
  const shown = await saying(ports, '查看', () => showHoldings(folder, ports))
  if (!shown.ok) return report(ports, shown.fault)
  writeLines(ports, set === null ? holdingsPage(folder, shown.value, page) : setPage(folder, set, shown.value, page))
  return EXIT_CODES.ok
}
