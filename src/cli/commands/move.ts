import { moveOffice, proveMove } from '../../app/moving/move-office.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { movePage } from '../render/move-page.ts'
import { pageFor } from '../render/page.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'
import { officePlace } from './office-place.ts'

interface MoveOptions {
  readonly schema?: string
  readonly data?: string
  readonly prove?: boolean
  readonly json?: boolean
}

const PLACE = '数据文件夹，或 postgresql:// 开头的地址，或 database（取 MINGHENG_DATABASE_URL）'

export const addMove: CommandFrame = (program, ports, finish) => {
  program
    .command('move')
    .argument('<FROM>', `从哪里搬：${PLACE}；只读，须停止服务 · a data folder, a PostgreSQL address, or "database"`)
    .argument('<TO>', '搬到哪里：写法同上，须是空的 · an empty one of the same')
    .description(
      '把整套数据在数据文件夹（SQLite）与 PostgreSQL 之间搬迁，逐表逐链证明两边相同 · move an office between SQLite and PostgreSQL, with proof',
    )
    .option('--schema <NAME>', 'PostgreSQL 的模式（默认 MINGHENG_DATABASE_SCHEMA，或 mingheng）· the schema')
    .option(
      '--data <FOLDER>',
      '从 PostgreSQL 搬出时，服务所用的数据文件夹（默认 MINGHENG_DATA，或 data）· the data folder',
    )
    .option('--prove', '不搬，只证明两边相同 · only prove that both hold the same')
    .option('--json', '输出 JSON，摘要是全的 · as JSON, with whole digests')
    .action(async (from: string, to: string, options: MoveOptions) => finish(await move(from, to, options, ports)))
}

async function move(from: string, to: string, options: MoveOptions, ports: CliPorts): Promise<ExitCode> {
  const refuse = ({ code, message }: { readonly code: string; readonly message: string }) =>
    report(ports, { code: 'refused', reason: code, message })
  const [source, target] = [officePlace(from, options, ports), officePlace(to, options, ports)]
  if (!source.ok) return refuse(source.refusal)
  if (!target.ok) return refuse(target.refusal)
  const { officeCopies: copies, digestsBy, terminal } = ports
  const say = (what: string) => terminal.progress(`${what}…`)
  const done = await (options.prove ? proveMove : moveOffice)(source.value, target.value, { copies, digestsBy, say })
  terminal.progress(null)
  if (!done.ok) return refuse(done.refusal)
  const isMoved = options.prove !== true
  writeLines(
    ports,
    options.json
      ? [JSON.stringify(done.value, null, 2)]
      : movePage(done.value, isMoved, target.value.kind, pageFor(terminal)),
  )
  return done.value.holds ? EXIT_CODES.ok : EXIT_CODES.found
}
