import { InvalidArgumentError } from 'commander'
import type { DemoAsked } from '../../app/ports/demo-server.ts'
import { runDemo } from '../../app/run-demo.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { demoPage } from '../render/demo-page.ts'
import { demoServerPage } from '../render/demo-server-page.ts'
import { pageFor } from '../render/page.ts'
import { shorten } from '../text/shorten.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface DemoOptions {
  readonly seed: string
  readonly out?: string
  readonly records: boolean
  readonly serve: boolean
  readonly fresh?: boolean
  readonly port: number
}

/** The year that the README and the screenshots show. */
const DEFAULT_SEED = '2021'

/** As `npm start`. */
const DEFAULT_PORT = 8640

function portOf(given: string): number {
  const port = Number(given)
  if (!/^\d{1,5}$/u.test(given) || port > 65_535) throw new InvalidArgumentError('0–65535')
  return port
}

/** Enough for every breach to be planted, and quick. */
const EXAMPLE_CASES = 12_000

export const addDemo: CommandFrame = (program, ports, finish) => {
  program
    .command('demo')
    .argument('[FOLDER]', '通知文件夹；默认随附的一份 · a notice folder; the one that comes along')
    .description(
      '演示：编译随附的通知，生成一年的记录和台账，检测，计分，解释，再启动演示服务 · compile, make up a year, detect, score, explain, then serve it',
    )
    .option('--seed <NUMBER>', '示例年度的种子，同一种子得同一年 · the seed of the year', DEFAULT_SEED)
    .option('--out <FOLDER>', '写到哪里；默认 out · where to write')
    .option('--no-records', '不做业务记录，问题全部虚构，快得多 · without records, everything made up')
    .option('--no-serve', '说完就结束，不启动演示服务 · tell and end, start no server')
    .option('--fresh', '重新生成演示服务的数据 · make the data of the server anew')
    .option(
      '--port <NUMBER>',
      '演示服务的端口；被占用时用下一个空闲的 · the port; the next free one where it is taken',
      portOf,
      DEFAULT_PORT,
    )
    .action(async (folder: string | undefined, options: DemoOptions) =>
      finish(await demo(folder ?? null, options, ports)),
    )
}

async function demo(folder: string | null, options: DemoOptions, ports: CliPorts): Promise<ExitCode> {
  const { seed: given, out, records } = options
  const seed = Number(given)
  if (!/^\d{1,10}$/u.test(given) || seed > 0xff_ff_ff_ff) return report(ports, { code: 'seed-wrong', given })
  const { noticesRoot, terminal, digestsBy } = ports
  const asked = { folder, noticesRoot, outRoot: out ?? ports.outRoot, seed }
  const progress = (step: string) => terminal.progress(shorten(`${step}…`, terminal.columns - 1))
  const request = { ...asked, cases: records ? EXAMPLE_CASES : null }
  const shown = await runDemo(request, { ...ports, digests: digestsBy('sha256') }, progress)
  terminal.progress(null)
  if (!shown.ok) return report(ports, shown.fault)
  writeLines(ports, demoPage(shown.value, pageFor(terminal)))
  if (!options.serve) return EXIT_CODES.ok
  const isFresh = options.fresh === true
  return serve({ ...asked, isFresh, port: options.port }, ports, progress)
}

async function serve(asked: DemoAsked, ports: CliPorts, progress: (step: string) => void): Promise<ExitCode> {
  const { terminal } = ports
  const started = await ports.demoServer.start(asked, progress)
  terminal.progress(null)
  if (!started.ok) return report(ports, started.fault)
  writeLines(ports, demoServerPage(started.value, pageFor(terminal)))
  await ports.untilStopped()
  await started.value.stop()
  writeLines(ports, ['已停止。'])
  return EXIT_CODES.ok
}
