import { moveOffice, proveMove } from '../../app/moving/move-office.ts'
import type { OfficePlace } from '../../app/ports/office-copy.ts'
import { refused, accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { movePage } from '../render/move-page.ts'
import { pageFor } from '../render/page.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface MoveOptions {
  readonly schema?: string
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
    .option('--prove', '不搬，只证明两边相同 · only prove that both hold the same')
    .option('--json', '输出 JSON，摘要是全的 · as JSON, with whole digests')
    .action(async (from: string, to: string, options: MoveOptions) => finish(await move(from, to, options, ports)))
}

async function move(from: string, to: string, options: MoveOptions, ports: CliPorts): Promise<ExitCode> {
  const refuse = ({ code, message }: { readonly code: string; readonly message: string }) =>
    report(ports, { code: 'refused', reason: code, message })
  const [source, target] = [placeOf(from, options, ports), placeOf(to, options, ports)]
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

function placeOf(given: string, { schema }: MoveOptions, { database }: CliPorts): Outcome<OfficePlace> {
  const url = given === 'database' ? database.url : /^postgres(?:ql)?:\/\//.test(given) ? given : null
  if (given === 'database' && url === null)
    return refused(
      'move-database-unset',
      '没有设置 MINGHENG_DATABASE_URL，不知道是哪个数据库；请设置它，或直接写出地址',
    )
  if (url === null) return accepted({ kind: 'folder', path: given })
  const name = schema ?? database.schema
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name))
    return refused('move-schema-wrong', `“${name}”不能作模式的名称；请用小写字母开头的字母、数字和下划线`)
  if (!URL.canParse(url) || new URL(url).hostname === '' || new URL(url).pathname.length < 2)
    return refused('move-address-wrong', '数据库的地址不完整；请写成 postgresql://用户:密码@主机:5432/库名')
  return accepted({ kind: 'server', url, schema: name })
}
