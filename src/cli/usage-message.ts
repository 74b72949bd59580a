import type { CommanderError } from 'commander'

/** What is wrong with a command line, in Chinese: the parser says it in English only. */
export function usageMessage({ code, message }: CommanderError): string {
  const named = /'([^']+)'/u.exec(message)?.[1] ?? ''
  const near = /Did you mean ([^?)]+)\?/u.exec(message)?.[1]
  const say = MESSAGES[code]
  const hint = near === undefined ? '' : `是不是 ${near}？`
  return `用法错误：${say ? say(named) : message}${hint}请用 mingheng --help 查看用法。`
}

const MESSAGES: Readonly<Record<string, (named: string) => string>> = {
  'commander.unknownCommand': (named) => `没有命令“${named}”。`,
  'commander.unknownOption': (named) => `没有选项“${named}”。`,
  'commander.missingArgument': (named) => `缺少参数 ${named}。`,
  'commander.missingMandatoryOptionValue': (named) => `缺少选项“${named}”。`,
  'commander.excessArguments': () => '参数多了；路径中有空格时要加引号。',
  'commander.optionMissingArgument': (named) => `选项“${named}”后面要有一个值。`,
  'commander.invalidArgument': (named) => `选项“${named}”的值不对。`,
}
