import { yearInFolder } from '../../app/analyzing/year-in-folder.ts'
import { compareScenario, compareScenarios } from '../../core/analysis/what-if/compare-scenario.ts'
import { parseScenario, printScenario } from '../../core/analysis/what-if/scenario.ts'
import type { SuppositionRefusal } from '../../core/analysis/what-if/supposition-refusals.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { pageFor } from '../render/page.ts'
import { besidePage, whatIfPage } from '../render/what-if-page.ts'
import { askedDate, report, saying, writeLines, type CommandFrame } from './command-frame.ts'
import type { ClockOptions } from './score.ts'

interface WhatIfOptions extends ClockOptions {
  readonly suppose?: readonly string[]
  readonly name?: string
  readonly beside?: string
}

export const addAnalyzeWhatIf: CommandFrame = (program, ports, finish) => {
  program
    .command('what-if')
    .argument('<FOLDER>', '考核文件夹 · the folder of an assessment')
    .description('设想：若是如此，哪些分数和名次会变；台账不动 · what would change, the ledger stays as it is')
    .option('-s, --suppose <TEXT...>', '一项或几项设想，写法见下；可写几次 · what to suppose, see below')
    .option('--name <NAME>', '方案的名称 · a name for the scenario')
    .option('--beside <TEXT>', '另一个方案，并排比较 · another scenario to lay beside')
    .option('--as-of <DATE>', '只计到这一天为止发生的事 · what happened by this day')
    .option('--known-by <DATE>', '只计到这一天为止记录的事 · what was recorded by this day')
    .option('--json', '输出 JSON（分值以百分之一分计）· as JSON, points in hundredths')
    .addHelpText('after', HOW_TO_SAY)
    .action(async (folder: string, options: WhatIfOptions) => finish(await whatIf(folder, options, ports)))
}

const HOW_TO_SAY = `
设想的写法 What to suppose（12、45 是问题或加分申报的号）：
  12 撤销                  12 reversed                    申诉成立
  12 维持                  12 upheld                      申诉不成立
  12 变更 x1 1.5           12 varied x1 1.5               变更为1次，每次1.5分
  12 不成立                12 dismissed                   不计分
  12 查实 @3.4.1 x2 1.5    12 substantiated @3.4.1 x2 1.5  按 3.4.1 款查实2次，每次1.5分
  12 分值 2                12 amount 2                    裁量的分值另为2分
  12 次数 3                12 count 3                     次数另为3
  12 实测 71               12 measured 71                 评价率等实测值另为71
  45 予以加分 1            45 approved 1                  每项加1分
  45 不予加分              45 rejected
  口径 10.3/replaces-or-adds adds                         这个问题按这种理解
  改价 3.4.1 2             price 3.4.1 2                  这一款改为2分；幅度写 1-3
  周期结束                 closed

例 Examples：
  mingheng analyze what-if 考核文件夹 --suppose "改价 3.4.1 2"
  mingheng analyze what-if 考核文件夹 -s "12 撤销" -s "15 分值 1" --name 申诉都成立
  mingheng analyze what-if 考核文件夹 -s "12 撤销；15 撤销" --beside "12 撤销"`

async function whatIf(folder: string, options: WhatIfOptions, ports: CliPorts): Promise<ExitCode> {
  const occurredBy = askedDate('--as-of', options.asOf)
  if (!occurredBy.ok) return report(ports, occurredBy.fault)
  const knownBy = askedDate('--known-by', options.knownBy)
  if (!knownBy.ok) return report(ports, knownBy.fault)
  const said = parseScenario((options.suppose ?? []).join(';'))
  if (!said.ok) return refuse(ports, said.refusal)
  const scenario = { ...said.value, name: options.name ?? said.value.name }
  const beside = options.beside === undefined ? null : parseScenario(options.beside)
  if (beside?.ok === false) return refuse(ports, beside.refusal)
  const clocks = { occurredBy: occurredBy.value, knownBy: knownBy.value }
  const read = await saying(ports, '计分', () => yearInFolder(folder, clocks, ports.archive))
  if (!read.ok) return report(ports, read.fault)
  const { year, scored } = read.value
  const page = pageFor(ports.terminal)
  if (beside !== null) {
    const compared = compareScenarios(year, scored.sheets, [scenario, beside.value])
    if (!compared.ok) return refuse(ports, compared.refusal)
    if (options.json) writeLines(ports, [JSON.stringify(compared.value, null, 2)])
    else writeLines(ports, besidePage(scored.rubric, [scenario, beside.value], compared.value, page))
    return EXIT_CODES.ok
  }
  const outcome = compareScenario(year, scored.sheets, scenario)
  if (!outcome.ok) return refuse(ports, outcome.refusal)
  const told = { scenario: printScenario(scenario), ...outcome.value }
  if (options.json) writeLines(ports, [JSON.stringify(told, null, 2)])
  else writeLines(ports, whatIfPage(scored.rubric, scenario, outcome.value, page))
  return EXIT_CODES.ok
}

/** What is typed names something that is not there, or that cannot be so. */
function refuse(ports: CliPorts, { code, message }: SuppositionRefusal): ExitCode {
  report(ports, { code: 'refused', reason: code, message })
  return EXIT_CODES.usage
}
