import { compareNotices } from '../../app/compare-notices.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { changeLines } from '../render/change-lines.ts'
import { hanging, heavyRule, pageFor } from '../render/page.ts'
import { report, saying, writeLines, type CommandFrame } from './command-frame.ts'

interface DiffOptions {
  readonly json?: boolean
}

export const addDiff: CommandFrame = (program, ports, finish) => {
  program
    .command('diff')
    .argument('<RUBRIC_A>', '先前的通知，或细则 .json · the earlier notice or rubric')
    .argument('<RUBRIC_B>', '后来的通知，或细则 .json · the later notice or rubric')
    .description('比较两份通知：增删、改价、改文、移位 · compare two notices')
    .option('--json', '输出 JSON · as JSON')
    .action(async (a: string, b: string, options: DiffOptions) => finish(await diff(a, b, options, ports)))
}

async function diff(a: string, b: string, options: DiffOptions, ports: CliPorts): Promise<ExitCode> {
  const compared = await saying(ports, '比较', () => compareNotices(a, b, ports.texts))
  if (!compared.ok) return report(ports, compared.fault)
  const { before, after, changes } = compared.value
  const page = pageFor(ports.terminal)
  const count = changes.length === 0 ? '两份细则没有不同。' : `共${changes.length}处不同。`
  if (options.json) writeLines(ports, [JSON.stringify(changes, null, 2)])
  else
    writeLines(ports, [
      heavyRule(page),
      ...hanging('前  ', before.title, page, 0, { label: page.ink.faint }),
      ...hanging('后  ', after.title, page, 0, { label: page.ink.faint }),
      heavyRule(page),
      ...changes.flatMap((change) => [...changeLines(change, page), '']),
      count,
    ])
  return changes.length === 0 ? EXIT_CODES.ok : EXIT_CODES.found
}
