import { readCases } from '../../app/read-cases.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { report, type CommandFrame } from './command-frame.ts'

export const addRead: CommandFrame = (program, ports, finish) => {
  program
    .command('read')
    .description('从标准输入逐行读取句子（JSON 行），逐行输出读法 · read cases as JSON lines on standard input')
    .action(async () => finish(await read(ports)))
}

/** Each answer is written before the next line is read, so that two programs can talk line by line. */
async function read(ports: CliPorts): Promise<ExitCode> {
  let code: ExitCode = EXIT_CODES.ok
  for await (const answer of readCases(ports.input)) {
    if (!ports.terminal.isOpen()) break
    if (answer.ok) ports.terminal.write(`${JSON.stringify(answer.value)}\n`)
    else code = report(ports, answer.fault)
  }
  return code
}
