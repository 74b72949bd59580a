import type { Command } from 'commander'
import { quotaUses } from '../../app/districts/read-quotas.ts'
import { setQuotas } from '../../app/districts/set-quotas.ts'
import type { DistrictPorts } from '../../app/districts/found-district.ts'
import { evidenceNow } from '../../app/evidence/evidence-room.ts'
import type { QuotaName, Quotas } from '../../app/ports/quotas.ts'
import type { Tenant } from '../../app/ports/tenant-store.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { quotaLines } from '../render/quota-lines.ts'
import { report, saying, writeLines } from './command-frame.ts'

/** The options by what they set; the number that is written is so many of the quota's own units. */
const OPTIONS: Readonly<Record<QuotaName, { readonly option: string; readonly said: string; readonly each: number }>> =
  {
    people: { option: 'people', said: '在用的账号最多多少人 · active accounts', each: 1 },
    assessments: { option: 'assessments', said: '考核最多多少个 · assessments', each: 1 },
    evidenceBytes: { option: 'evidence-gb', said: '证据文件共多少 GB · sealed evidence', each: 1e9 },
    records: { option: 'records', said: '记录最多多少条 · current records', each: 1 },
  }

const NAMES = Object.keys(OPTIONS) as QuotaName[]

type Options = Readonly<Record<string, unknown>> & { readonly data?: string; readonly none?: readonly string[] }

/** `run` opens the people of the data folder that is named. */
export function addQuota(
  district: Command,
  ports: CliPorts,
  run: (options: Options, act: (door: DistrictPorts) => Promise<ExitCode>) => Promise<void>,
): Command {
  const command = district
    .command('quota')
    .argument('<ID>', '区或市的编号 · its id')
    .description('看一个区的配额，或改其中几项：满了不再接收，已有的不动 · see or set what it may hold')
  for (const name of NAMES) command.option(`--${OPTIONS[name].option} <N>`, OPTIONS[name].said)
  return command
    .option('--none <NAMES...>', `这几项不限：${NAMES.map((name) => OPTIONS[name].option).join('、')} · no limit`)
    .action((id: string, options: Options) => run(options, (door) => quota(door, id, options, ports)))
}

async function quota(door: DistrictPorts, id: string, options: Options, ports: CliPorts): Promise<ExitCode> {
  const change: { -readonly [Name in QuotaName]?: Quotas[Name] } = {}
  for (const word of options.none ?? []) {
    const name = NAMES.find((one) => OPTIONS[one].option === word)
    if (name === undefined) return wrong(ports, '--none', word, NAMES.map((one) => OPTIONS[one].option).join('、'))
    change[name] = null
  }
  for (const name of NAMES) {
    const { option, each } = OPTIONS[name]
    const given = options[option.replace(/-(\w)/, (_dash, letter: string) => letter.toUpperCase())]
    if (typeof given !== 'string') continue
    const many = /^\d{1,15}$/.test(given) ? Number(given) * each : Number.NaN
    if (!Number.isSafeInteger(many)) return wrong(ports, `--${option}`, given, '不带小数和单位的整数')
    if (change[name] === null) return wrong(ports, `--${option}`, given, '只写它或 --none 之一')
    change[name] = many
  }
  const set = await setQuotas(door, id, change)
  if (!set.ok) return refused(ports, set.refusal)
  if (Object.keys(change).length > 0) writeLines(ports, ['已改好，并记入它的访问日志。'])
  return stand(set.value.tenant, options.data ?? ports.dataRoot, ports)
}

/** What is there is counted afresh: it may take a moment where there is much evidence. */
async function stand(tenant: Tenant, dataFolder: string, ports: CliPorts): Promise<ExitCode> {
  const opened = await ports.districts.open(dataFolder)
  if (!opened.ok) return refused(ports, opened.refusal)
  const { people, ledgers, evidence, countRecords, close } = opened.value
  const { clock } = ports
  try {
    const room = evidenceNow({ evidence, clock })
    const uses = await saying(ports, '点数', () => quotaUses({ people, ledgers, room, countRecords, clock }, tenant))
    if (!uses.ok) return refused(ports, uses.refusal)
    writeLines(ports, quotaLines(tenant, uses.value))
    return EXIT_CODES.ok
  } finally {
    await close()
  }
}

function wrong(ports: CliPorts, option: string, given: string, expected: string): ExitCode {
  const message = `${option} 应为${expected}，现为“${given}”；没有改动，请改正`
  return refused(ports, { code: 'word-wrong', message })
}

function refused(ports: CliPorts, { code, message }: { readonly code: string; readonly message: string }): ExitCode {
  return report(ports, { code: 'refused', reason: code, message })
}
