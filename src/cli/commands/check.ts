import { checkData, type DataReport } from '../../app/proof/check-data.ts'
import type { OfficePlace } from '../../app/ports/office-copy.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { dataLines, dataPage, type DataEnd } from '../render/data-page.ts'
import { pageFor } from '../render/page.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'
import { officePlace } from './office-place.ts'

interface CheckOptions {
  readonly data?: string
  readonly schema?: string
  readonly evidence?: boolean
}

export const addCheck: CommandFrame = (program, ports, finish) => {
  program
    .command('check')
    .argument(
      '[DATABASE]',
      'database（取 MINGHENG_DATABASE_URL）或 postgresql:// 开头的地址；不写为数据文件夹 · "database" or a PostgreSQL address',
    )
    .description(
      '检查数据文件夹或数据库：各表、摘要链、得分复算、证据文件，服务运行时也可以 · check a data folder or a database',
    )
    .option('--data <FOLDER>', '数据文件夹（默认 MINGHENG_DATA，或 data）· the data folder')
    .option('--schema <NAME>', 'PostgreSQL 的模式（默认 MINGHENG_DATABASE_SCHEMA，或 mingheng）· the schema')
    .option('--evidence', '数据库的证据在对象存储里时，也逐个读出核对 · read evidence in the bucket too')
    .action(async (given: string | undefined, options: CheckOptions) => finish(await check(given, options, ports)))
}

async function check(given: string | undefined, options: CheckOptions, ports: CliPorts): Promise<ExitCode> {
  const folder = options.data ?? ports.dataRoot
  const where =
    given === undefined ? accepted({ kind: 'folder', path: folder } as const) : officePlace(given, options, ports)
  const checked = where.ok ? await look(where.value, folder, options, ports) : where
  ports.terminal.progress(null)
  if (!checked.ok)
    return report(ports, { code: 'refused', reason: checked.refusal.code, message: checked.refusal.message })
  const { title, end, found } = checked.value
  const page = pageFor(ports.terminal)
  writeLines(ports, dataPage(title, dataLines(found, page), found.holds, page, end))
  return found.holds ? EXIT_CODES.ok : EXIT_CODES.found
}

interface Looked {
  readonly title: string
  readonly found: DataReport
  /** How a person goes on; as in a folder where it is not given. */
  readonly end?: DataEnd
}

async function look(
  where: OfficePlace,
  folder: string,
  { evidence = false }: CheckOptions,
  ports: CliPorts,
): Promise<Outcome<Looked>> {
  if (where.kind === 'folder') {
    const house = ports.folderHouse(where.path, ports.house)
    const found = await checkData(where.path, { ...checkingBy(ports), house })
    return found.ok ? accepted({ title: `数据文件夹 ${where.path}`, found: found.value }) : found
  }
  const opened = await ports.serverHouse(where, folder, evidence)
  if (!opened.ok) return opened
  const { house, unlooked, place, close } = opened.value
  try {
    const found = await checkData(place, { ...checkingBy(ports), house, unlooked })
    return found.ok ? accepted({ title: `数据库 ${place}`, found: found.value, end: OF_DATABASE }) : found
  } finally {
    await close()
  }
}

const OF_DATABASE: DataEnd = {
  allHold: '结论：看过的全部成立。',
  broken:
    '结论：不成立。请停止各节点的写入，保留现在的数据库备查，从最近一份成立的备份恢复到另一个数据库（见 docs/guide/operations.md）。',
}

export function checkingBy({ house, digestsBy, clock, version, terminal }: CliPorts) {
  return {
    house,
    digestsBy,
    now: clock.now(),
    program: version,
    say: (what: string) => terminal.progress(`${what}…`),
  }
}
