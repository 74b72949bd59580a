import { checkPlans } from '../../app/analyzing/check-plans.ts'
import { drawFromFile } from '../../app/analyzing/draw-from-file.ts'
import { yearInFolder } from '../../app/analyzing/year-in-folder.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { pageFor } from '../render/page.ts'
import { drawnLines, plansLines } from '../render/sampling-lines.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface SamplingOptions {
  readonly seed?: string
  readonly salt?: string
  readonly sm3?: boolean
  readonly json?: boolean
}

export const addAnalyzeSampling: CommandFrame = (program, ports, finish) => {
  program
    .command('sampling')
    .argument('<PATH>', '考核文件夹；给了种子时是方案 design.json · the assessment, or with a seed a design')
    .description('抽查：核对台账里揭示的方案，或按方案和种子重抽一遍 · check revealed plans, or draw one again')
    .option('--seed <SEED>', '揭示的种子 · the seed that was revealed')
    .option('--salt <SALT>', '揭示的盐：同时算出承诺码 · the salt, for the commitment')
    .option('--sm3', '台账用 SM3 摘要 · the ledger digests by SM3')
    .option('--json', '输出 JSON · as JSON')
    .action(async (path: string, options: SamplingOptions) =>
      finish(
        options.seed === undefined ? await check(path, options, ports) : await draw(path, options.seed, options, ports),
      ),
    )
}

async function draw(path: string, seed: string, options: SamplingOptions, ports: CliPorts): Promise<ExitCode> {
  const { of } = ports.digestsBy(options.sm3 ? 'sm3' : 'sha256')
  const drawn = await drawFromFile(path, { seed, salt: options.salt ?? null }, ports.texts, of)
  if (!drawn.ok) return report(ports, drawn.fault)
  const { designDigest, code, visits } = drawn.value
  if (options.json) writeLines(ports, [JSON.stringify({ designDigest, code, visits }, null, 2)])
  else writeLines(ports, drawnLines(drawn.value, pageFor(ports.terminal)))
  return EXIT_CODES.ok
}

async function check(path: string, options: SamplingOptions, ports: CliPorts): Promise<ExitCode> {
  const read = await yearInFolder(path, { occurredBy: null, knownBy: null }, ports.archive)
  if (!read.ok) return report(ports, read.fault)
  const { state } = read.value.year
  const plans = checkPlans(state, ports.digestsBy(options.sm3 ? 'sm3' : 'sha256').of)
  const nameOf = (centerId: string) => [...state.centers].find(([id]) => id === centerId)?.[1] ?? centerId
  if (options.json)
    writeLines(ports, [
      JSON.stringify(
        plans.map(({ planId, code, isMatching, visits }) => ({ planId, code, isMatching, visits })),
        null,
        2,
      ),
    ])
  else writeLines(ports, plansLines(plans, nameOf, pageFor(ports.terminal)))
  const isBroken = plans.some(
    ({ plan, isMatching, visits }) =>
      isMatching === false ||
      (plan.reveal !== null && visits === null) ||
      (plan.reveal?.earlyBecause === null && visits?.some(({ standing }) => standing === 'unaccounted')),
  )
  return isBroken ? EXIT_CODES.found : EXIT_CODES.ok
}
