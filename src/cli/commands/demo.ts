import { runDemo } from '../../app/run-demo.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { demoPage } from '../render/demo-page.ts'
import { pageFor } from '../render/page.ts'
import { shorten } from '../text/shorten.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface DemoOptions {
  readonly seed: string
  readonly out?: string
  readonly records: boolean
}

/** The year that the README and the screenshots show. */
const DEFAULT_SEED = '2021'

/** Enough for every breach to be planted, and quick. */
const EXAMPLE_CASES = 12_000

export const addDemo: CommandFrame = (program, ports, finish) => {
  program
    .command('demo')
    .argument('[FOLDER]', '通知文件夹；默认随附的一份 · a notice folder; the one that comes along')
    .description(
      '演示：编译随附的通知，生成一年的记录和台账，检测，计分，解释 · compile, make up a year, detect, score, explain',
    )
    .option('--seed <NUMBER>', '示例年度的种子，同一种子得同一年 · the seed of the year', DEFAULT_SEED)
    .option('--out <FOLDER>', '写到哪里；默认 out · where to write')
    .option('--no-records', '不做业务记录，问题全部虚构，快得多 · without records, everything made up')
    .action(async (folder: string | undefined, options: DemoOptions) =>
      finish(await demo(folder ?? null, options, ports)),
    )
}

async function demo(
  folder: string | null,
  { seed: given, out, records }: DemoOptions,
  ports: CliPorts,
): Promise<ExitCode> {
  const seed = Number(given)
  if (!/^\d{1,10}$/u.test(given) || seed > 0xff_ff_ff_ff) return report(ports, { code: 'seed-wrong', given })
  const { noticesRoot, terminal, digestsBy } = ports
  const request = { folder, noticesRoot, outRoot: out ?? ports.outRoot, seed, cases: records ? EXAMPLE_CASES : null }
  const shown = await runDemo(request, { ...ports, digests: digestsBy('sha256') }, (step) =>
    terminal.progress(shorten(`${step}…`, terminal.columns - 1)),
  )
  terminal.progress(null)
  if (!shown.ok) return report(ports, shown.fault)
  writeLines(ports, demoPage(shown.value, pageFor(terminal)))
  return EXIT_CODES.ok
}
