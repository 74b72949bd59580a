import { USUAL_DRAWS, USUAL_SEED } from '../../app/analyzing/certainty.ts'
import { yearInFolder } from '../../app/analyzing/year-in-folder.ts'
import type { Problem } from '../../app/problem.ts'
import type { Assumptions } from '../../core/analysis/certainty/assumptions.ts'
import { certaintyOf } from '../../core/analysis/certainty/certainty.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { certaintyPage } from '../render/certainty-page.ts'
import { pageFor } from '../render/page.ts'
import { askedDate, report, saying, writeLines, type CommandFrame } from './command-frame.ts'

const SHARES = ['substantiated', 'reversed', 'approved', 'kept'] as const

type CertaintyOptions = {
  readonly asOf?: string
  readonly knownBy?: string
  readonly seed: string
  readonly draws: string
  readonly json?: boolean
} & { readonly [Name in (typeof SHARES)[number]]?: string }

export const addAnalyzeCertainty: CommandFrame = (program, ports, finish) => {
  program
    .command('certainty')
    .argument('<FOLDER>', '考核文件夹 · the folder of an assessment')
    .description('把握：得分和名次可能到哪里，各名次的可能性，先办哪一件 · how sure scores and ranks are')
    .option('--as-of <DATE>', '只计到这一天为止发生的事 · what happened by this day')
    .option('--known-by <DATE>', '只计到这一天为止记录的事 · what was recorded by this day')
    .option('--seed <NUMBER>', '模拟的种子，同一种子得同一结果 · the seed of the simulation', String(USUAL_SEED))
    .option('--draws <NUMBER>', '模拟几次 · how many rankings to draw', String(USUAL_DRAWS))
    .option('--substantiated <PERCENT>', '未认定的问题会认定的可能；不写就按今年的记录 · findings substantiated')
    .option('--reversed <PERCENT>', '申诉会撤销的可能 · appeals reversing')
    .option('--approved <PERCENT>', '加分会同意的可能 · bonuses approved')
    .option('--kept <PERCENT>', '期满才定的加分保得住的可能 · bonuses kept to the end')
    .option('--json', '输出 JSON，分值以百分之一分计 · JSON, points in hundredths')
    .action(async (folder: string, options: CertaintyOptions) => finish(await analyzeFolder(folder, options, ports)))
}

async function analyzeFolder(folder: string, options: CertaintyOptions, ports: CliPorts): Promise<ExitCode> {
  const occurredBy = askedDate('--as-of', options.asOf)
  if (!occurredBy.ok) return report(ports, occurredBy.fault)
  const knownBy = askedDate('--known-by', options.knownBy)
  if (!knownBy.ok) return report(ports, knownBy.fault)
  const seed = whole('--seed', options.seed, 0, 0xff_ff_ff_ff)
  if (!seed.ok) return report(ports, seed.fault)
  const draws = whole('--draws', options.draws, 100, 20_000)
  if (!draws.ok) return report(ports, draws.fault)
  const assumed: { -readonly [Name in keyof Assumptions]?: Assumptions[Name] } = {}
  for (const name of SHARES) {
    const given = options[name]
    if (given === undefined) continue
    const share = whole(`--${name}`, given, 0, 100)
    if (!share.ok) return report(ports, share.fault)
    assumed[name] = share.value
  }
  const clocks = { occurredBy: occurredBy.value, knownBy: knownBy.value }
  const found = await saying(ports, '分析', () => yearInFolder(folder, clocks, ports.archive))
  if (!found.ok) return report(ports, found.fault)
  const { year, scored } = found.value
  const certainty = certaintyOf(year, scored.sheets, { seed: seed.value, draws: draws.value, assumed })
  if (options.json === true) writeLines(ports, [JSON.stringify(certainty, null, 2)])
  else writeLines(ports, certaintyPage(certainty, pageFor(ports.terminal)))
  return EXIT_CODES.ok
}

type Whole = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly fault: Problem }

function whole(option: string, given: string, least: number, most: number): Whole {
  const value = /^\d{1,10}$/u.test(given) ? Number(given) : Number.NaN
  if (value >= least && value <= most) return { ok: true, value }
  return { ok: false, fault: { code: 'number-outside', option, given, least, most } }
}
