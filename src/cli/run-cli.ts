/**
 * The command line: `runCli(arguments, ports)` gives the exit code. One file a command in `commands/`, one file a part of
 * the output in `render/`, measures of Chinese text in `text/`. The same app calls as the server; nothing is computed here.
 */
import { Command, CommanderError } from 'commander'
import type { CliPorts } from './cli-ports.ts'
import { addAnalyze } from './commands/analyze.ts'
import { addBackup } from './commands/backup.ts'
import { addCheck } from './commands/check.ts'
import { addCompile } from './commands/compile.ts'
import { addCopyEvidence } from './commands/copy-evidence.ts'
import { addCoverage } from './commands/coverage.ts'
import { addDemo } from './commands/demo.ts'
import { addDetect } from './commands/detect.ts'
import { addDiff } from './commands/diff.ts'
import { addDistrict } from './commands/district.ts'
import { addDocument } from './commands/document.ts'
import { addExplain } from './commands/explain.ts'
import { addExport } from './commands/export.ts'
import { addImport } from './commands/import.ts'
import { addMove } from './commands/move.ts'
import { addMoveRecords } from './commands/move-records.ts'
import { addQuestions } from './commands/questions.ts'
import { addRead } from './commands/read.ts'
import { addRecords } from './commands/records.ts'
import { addRescue } from './commands/rescue.ts'
import { addRestore } from './commands/restore.ts'
import { addScore } from './commands/score.ts'
import { addTemplates } from './commands/templates.ts'
import { addVerify } from './commands/verify.ts'
import { EXIT_CODE_HELP, EXIT_CODES, type ExitCode } from './exit-codes.ts'
import { hanging, pageFor, type Page } from './render/page.ts'
import { displayWidth } from './text/display-width.ts'
import { wrapText } from './text/wrap.ts'
import { usageMessage } from './usage-message.ts'

const COMMANDS = [
  addCompile,
  addRead,
  addScore,
  addExplain,
  addDiff,
  addQuestions,
  addDemo,
  addImport,
  addRecords,
  addDetect,
  addCoverage,
  addAnalyze,
  addDocument,
  addTemplates,
  addExport,
  addVerify,
  addCheck,
  addBackup,
  addRestore,
  addMove,
  addMoveRecords,
  addCopyEvidence,
  addRescue,
  addDistrict,
] as const

export async function runCli(given: readonly string[], ports: CliPorts): Promise<ExitCode> {
  let code: ExitCode = EXIT_CODES.ok
  const program = mingheng(ports)
  for (const add of COMMANDS)
    add(program, ports, (ending) => {
      code = ending
    })
  // Subcommands take these over only when they are made; they were made after the settings.
  try {
    await program.parseAsync(given.length === 0 ? ['--help'] : [...given], { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) return crash(error, ports)
    if (error.exitCode === 0) return EXIT_CODES.ok
    ports.terminal.writeError(`${usageMessage(error)}\n`)
    return EXIT_CODES.usage
  }
}

function mingheng(ports: CliPorts): Command {
  const { columns } = pageFor(ports.terminal)
  return new Command('mingheng')
    .description(
      '明衡：通知就是程序。把考核评分细则编译成规则，按台账计分，每一分都能追到原句。\nThe notice is the program: compile a scoring notice, score a ledger, explain every point.',
    )
    .usage('<命令 command> [选项 options]')
    .helpOption('-h, --help', '显示帮助 · show help')
    .helpCommand('help [command]', '显示某个命令的帮助 · help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => ports.terminal.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => columns,
    })
    .configureHelp({
      displayWidth,
      boxWrap: (text, width) => wrapText(text, width).join('\n'),
      styleTitle: (title) => TITLES[title] ?? title,
    })
    .addHelpText('after', exitCodeHelp(pageFor(ports.terminal)))
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法 Usage：',
  'Arguments:': '参数 Arguments：',
  'Options:': '选项 Options：',
  'Commands:': '命令 Commands：',
}

function exitCodeHelp(page: Page): string {
  const lines = EXIT_CODE_HELP.flatMap(([code, chinese, english]) =>
    hanging(`${String(code).padStart(2)}  `, `${chinese} · ${english}`, page, 2),
  )
  return ['', '退出码 Exit codes：', ...lines].join('\n')
}

function crash(error: unknown, ports: CliPorts): ExitCode {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  ports.terminal.writeError(`程序内部错误，这是明衡的缺陷。请把下面的内容报告给维护者：\n${trace}\n`)
  return EXIT_CODES.internal
}
