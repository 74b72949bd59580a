import { detectInFolder } from '../../app/folder-records/detect-in-folder.ts'
import { stepPace } from '../../app/records/step-pace.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { detectPage } from '../render/detect-page.ts'
import { pageFor } from '../render/page.ts'
import { progressWords } from '../render/progress-words.ts'
import { shorten } from '../text/shorten.ts'
import { askedDate, report, writeLines, type CommandFrame } from './command-frame.ts'

interface DetectOptions {
  readonly only?: readonly string[]
  readonly asOf?: string
}

export const addDetect: CommandFrame = (program, ports, finish) => {
  program
    .command('detect')
    .argument('<FOLDER>', '考核文件夹 · the folder of an assessment')
    .description('按业务记录查疑点，新的写入台账；再运行一次不会重复 · run the detections over the records')
    .option('--only <NAME...>', '只运行这些检测 · only these detections')
    .option('--as-of <DATE>', '看到这一天为止发生的事（默认今天）· what had happened by this day')
    .action(async (folder: string, options: DetectOptions) => finish(await detect(folder, options, ports)))
}

async function detect(path: string, options: DetectOptions, ports: CliPorts): Promise<ExitCode> {
  const { terminal, clock } = ports
  const asOf = askedDate('--as-of', options.asOf)
  if (!asOf.ok) return report(ports, asOf.fault)
  const asked = { path, only: options.only ?? null, asOf: asOf.value }
  const { note, pace } = stepPace(clock)
  terminal.progress('打开台账和记录…')
  const ran = await ports.interruptible((signal) =>
    detectInFolder(asked, ports, {
      signal,
      note: ({ name, done, total }) => {
        note({ step: 'detecting', done, total, unit: 'detections' })
        terminal.progress(shorten(`${progressWords(pace())}：${name}`, terminal.columns - 1))
      },
    }),
  )
  terminal.progress(null)
  if (!ran.ok) return report(ports, ran.fault)
  writeLines(ports, detectPage(path, ran.value, pageFor(terminal)))
  return ran.value.detections.every(({ hasRun }) => hasRun) ? EXIT_CODES.ok : EXIT_CODES.found
}
