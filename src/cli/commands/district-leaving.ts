import type { Command } from 'commander'
import { exportDistrict } from '../../app/districts/export-district.ts'
import { removeDistrict } from '../../app/districts/remove-district.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { fileSize } from '../text/file-size.ts'
import { report, saying, writeLines } from './command-frame.ts'

interface ExportOptions {
  readonly to: string
  readonly data?: string
}

interface RemoveOptions {
  readonly data?: string
  readonly export?: string
  readonly withoutExport?: boolean
  readonly confirm?: string
  readonly by?: string
}

/** What leads a district out of the installation: written out, then removed. */
export function addLeaving(district: Command, ports: CliPorts, finish: (code: ExitCode) => void): void {
  const data = ['--data <FOLDER>', '数据文件夹（默认 MINGHENG_DATA，或 data）· the data folder'] as const
  district
    .command('export')
    .argument('<ID>', '区的编号 · its id')
    .description('把一个区的全部内容写到一个新文件夹：证明文件、各表、证据、记录和清单 · everything of one district')
    .requiredOption('--to <FOLDER>', '写到哪里，须是还不存在的文件夹 · where to')
    .option(...data)
    .action(async (id: string, options: ExportOptions) => finish(await write(id, options, ports)))
  district
    .command('remove')
    .argument('<ID>', '区的编号 · its id')
    .description('移除一个已暂停的区：先看一遍，再带确认词做 · remove a suspended district, in two steps')
    .option('--export <FOLDER>', '它的导出，会先核对 · its export, which is checked first')
    .option('--without-export', '不留导出 · without an export')
    .option('--confirm <WORD>', '第一遍显示的确认词 · the word that the first run shows')
    .option('--by <NAME>', '由谁移除，会记下来 · who removes it')
    .option(...data)
    .action(async (id: string, options: RemoveOptions) => finish(await remove(id, options, ports)))
}

async function write(tenantId: string, { to, data }: ExportOptions, ports: CliPorts): Promise<ExitCode> {
  const wish = { data: data ?? ports.dataRoot, tenantId, target: to, madeAt: ports.clock.now(), program: ports.version }
  const made = await saying(ports, '导出', () => exportDistrict(ports, wish))
  if (!made.ok) return refused(ports, made.refusal)
  const { name, ledgers, files, bytes, digest } = made.value
  writeLines(ports, [
    `“${name}”已导出到 ${to}：${ledgers} 本台账的证明文件，共 ${files} 个文件，${fileSize(bytes)}。`,
    `  清单 district.jsonl 的摘要 ${digest}`,
    '证明文件用 mingheng verify 核验。里面没有密码、动态码和令牌，但有人员、个案和抽查的种子：请按内部资料保管。',
  ])
  return EXIT_CODES.ok
}

async function remove(tenantId: string, options: RemoveOptions, ports: CliPorts): Promise<ExitCode> {
  const { data = ports.dataRoot, export: exported, withoutExport = false, confirm = null, by = '' } = options
  if ((exported === undefined) === !withoutExport)
    return refused(ports, {
      code: 'export-unnamed',
      message: '请用 --export 指明这个区的导出，或用 --without-export 表明不留导出；两者选一，没有移除',
    })
  const wish = { data, tenantId, exported: exported ?? null, confirm, by }
  const answer = await saying(ports, '核对', () => removeDistrict(ports, wish))
  if (!answer.ok) return refused(ports, answer.refusal)
  const { value } = answer
  if (value.step === 'asked') {
    writeLines(ports, [
      `将移除“${value.tenant.name}”（${value.tenant.tenantId}）：它的台账、人员、访问日志、证据、记录和设置，移除后不能找回。`,
      value.export === null
        ? '  没有导出：移除后什么也不留。'
        : `  导出 ${value.export.path} 已核对：${value.export.files} 个文件都与清单相符，与现在的内容一致。`,
      `确认要移除，请再运行一次，加上 --by 姓名 --confirm ${value.word}`,
    ])
    return EXIT_CODES.ok
  }
  const rows = Object.entries(value.rows).filter(([place]) => place.includes('/'))
  writeLines(ports, [
    `“${value.tenant.name}”已移除：${rows.reduce((sum, [, count]) => sum + count, 0)} 行，和它的证据、记录文件。`,
    '由谁、何时移除和导出的摘要已记下，用 mingheng district list 可查；这个编号不再使用。',
  ])
  return EXIT_CODES.ok
}

function refused(ports: CliPorts, { code, message }: { readonly code: string; readonly message: string }): ExitCode {
  return report(ports, { code: 'refused', reason: code, message })
}
