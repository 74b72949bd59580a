import { importIntoFolder, type FolderImport } from '../../app/folder-records/import-into-folder.ts'
import type { Watch } from '../../app/ports/record-store.ts'
import { stepPace } from '../../app/records/step-pace.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { draftPage } from '../render/draft-page.ts'
import { faultyPage, importedPage } from '../render/import-page.ts'
import { pageFor } from '../render/page.ts'
import { progressWords } from '../render/progress-words.ts'
import { basename } from '../text/basename.ts'
import { shorten } from '../text/shorten.ts'
import { typed } from '../text/typed.ts'
import { askedDataSet } from './asked-data-set.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface ImportOptions {
  readonly into: string
  readonly profile?: string
  readonly dataSet?: string
  readonly yes?: boolean
}

export const addImport: CommandFrame = (program, ports, finish) => {
  program
    .command('import')
    .argument('<FILE>', 'CSV、XLSX、JSON 行或 Parquet · records as their source exports them')
    .description('导入业务记录；新来源先猜出导入方案，由人确认一次 · import records, all or nothing')
    .requiredOption('--into <FOLDER>', '导入到哪个考核文件夹 · the folder of an assessment')
    .option('--profile <ID>', '用哪个导入方案（默认按列名认）· the profile of its source')
    .option('--data-set <NAME>', '是哪种数据，如 好差评（默认按列名猜）· which data set')
    .option('--yes', '方案已看过，确认并导入 · the draft is right: confirm and import')
    .action(async (file: string, options: ImportOptions) => finish(await importFile(file, options, ports)))
}

async function importFile(path: string, options: ImportOptions, ports: CliPorts): Promise<ExitCode> {
  const dataSet = askedDataSet(options.dataSet)
  if (!dataSet.ok) return report(ports, dataSet.fault)
  const asked = {
    file: { path, fileName: basename(path) },
    into: options.into,
    profile: options.profile ?? null,
    dataSet: dataSet.value?.name ?? null,
    isConfirmed: options.yes ?? false,
  }
  const begun = ports.clock.epochMs()
  ports.terminal.progress('查看文件…')
  const imported = await ports.interruptible((signal) => importIntoFolder(asked, ports, watching(ports, signal)))
  ports.terminal.progress(null)
  if (!imported.ok) return report(ports, imported.fault)
  return show(imported.value, path, options, (ports.clock.epochMs() - begun) / 1_000, ports)
}

/** Says how far the work is, as often as it is told. */
function watching({ terminal, clock }: CliPorts, signal: AbortSignal): Watch {
  const { note, pace } = stepPace(clock)
  return {
    signal,
    onProgress: (progress) => {
      note(progress)
      terminal.progress(shorten(progressWords(pace()), terminal.columns - 1))
    },
  }
}

function show(done: FolderImport, path: string, options: ImportOptions, seconds: number, ports: CliPorts): ExitCode {
  const page = pageFor(ports.terminal)
  const fileName = basename(path)
  switch (done.kind) {
    case 'draft': {
      const { profile } = done.draft
      const again = typed(['import', path, '--into', options.into, '--profile', profile.id, '--yes'])
      writeLines(ports, draftPage({ fileName, draft: done.draft, again }, page))
      return EXIT_CODES.found
    }
    case 'imported':
      writeLines(ports, importedPage(done.report, seconds, page))
      return EXIT_CODES.ok
    case 'faulty': {
      const { profile } = done
      const again = typed(['import', done.errorPath ?? path, '--into', options.into, '--profile', profile.id])
      writeLines(ports, faultyPage({ ...done, fileName, again }, page))
      return EXIT_CODES.found
    }
    default:
      return unreachable(done)
  }
}
