import { moveRecords, type RecordMoveReport } from '../../app/moving/move-records.ts'
import type { RecordMove, RecordMoveOutlook } from '../../app/ports/record-move.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { pageFor } from '../render/page.ts'
import { outlookLines, recordMovePage } from '../render/record-move-page.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface MoveRecordsOptions {
  readonly to: string
  readonly from?: string
  readonly data?: string
  readonly plan?: boolean
  readonly asHeld?: boolean
  readonly json?: boolean
}

export const addMoveRecords: CommandFrame = (program, ports, finish) => {
  program
    .command('move-records')
    .description(
      '把业务记录搬到另外几个分片，或在数据文件夹与分片之间搬，逐月读回核对，可以中断再来 · move records to other shards, or between folder and shards',
    )
    .requiredOption(
      '--to <PLACE>',
      '搬到哪里：各分片的地址，写法同 recordShards；或 folder · the new shards, or "folder"',
    )
    .option('--from <PLACE>', '现在放在哪里（默认照配置的 recordShards）· where they are')
    .option('--data <FOLDER>', '数据文件夹（默认 MINGHENG_DATA，或 data）· the data folder')
    .option('--plan', '只说要搬多少、占多少、多久 · only tell what there is to do')
    .option('--as-held', '与导入时的摘要不符的，照分片上现有的搬 · take what the shards have')
    .option('--json', '输出 JSON，摘要是全的 · as JSON, with whole digests')
    .action(async (options: MoveRecordsOptions) => finish(await run(options, ports)))
}

async function run(options: MoveRecordsOptions, ports: CliPorts): Promise<ExitCode> {
  const { terminal } = ports
  const places = { from: options.from ?? null, to: options.to }
  const page = pageFor(terminal)
  const foretell = (move: RecordMove, outlook: RecordMoveOutlook) => {
    if (!options.json) writeLines(ports, outlookLines(move, outlook, page))
    else if (options.plan) writeLines(ports, [JSON.stringify(outlook, null, 2)])
  }
  const done = await ports.recordMoves(options.data ?? ports.dataRoot, places, async (move) =>
    options.plan ? plan(move, foretell) : moved(move, options, ports, foretell),
  )
  terminal.progress(null)
  if (!done.ok) return report(ports, { code: 'refused', reason: done.refusal.code, message: done.refusal.message })
  if (done.value !== null)
    writeLines(ports, options.json ? [JSON.stringify(done.value, null, 2)] : recordMovePage(done.value, page))
  return EXIT_CODES.ok
}

type Foretell = (move: RecordMove, outlook: RecordMoveOutlook) => void

async function plan(move: RecordMove, foretell: Foretell): Promise<Outcome<null>> {
  const outlook = await move.look()
  if (!outlook.ok) return outlook
  foretell(move, outlook.value)
  return accepted(null)
}

async function moved(
  move: RecordMove,
  { asHeld = false }: MoveRecordsOptions,
  { clock, interruptible, terminal }: CliPorts,
  foretell: Foretell,
): Promise<Outcome<RecordMoveReport>> {
  return interruptible((signal) =>
    moveRecords(move, {
      clock,
      signal,
      asHeld,
      say: (what) => terminal.progress(`${what}…`),
      foretell: (outlook) => foretell(move, outlook),
    }),
  )
}
