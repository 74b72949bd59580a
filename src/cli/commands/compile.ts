import type { CompiledNotice } from '../../app/compile-file.ts'
import { compilePlace } from '../../app/compile-place.ts'
import { toCorpusLines } from '../../core/notice/corpus-format.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { diagnosticLines } from '../render/diagnostic-lines.ts'
import { lightRule, pageFor, type Page } from '../render/page.ts'
import { rubricPage } from '../render/rubric-page.ts'
import { report, saying, writeLines, type CommandFrame } from './command-frame.ts'

interface CompileOptions {
  readonly json?: boolean
  readonly corpus?: boolean
}

export const addCompile: CommandFrame = (program, ports, finish) => {
  program
    .command('compile')
    .argument(
      '<FILE>',
      '通知文件（纯文本、Markdown 或 HTML），或带 corrections.json 的文件夹 · the notice, or its folder',
    )
    .description('把通知编译成细则，列出条款与问题 · compile a notice into a rubric')
    .option('--json', '输出整个细则（JSON）· the whole rubric as JSON')
    .option('--corpus', '每个考核项目输出一行 JSON · one JSON line per criterion')
    .action(async (file: string, options: CompileOptions) => finish(await compile(file, options, ports)))
}

/** With `--json` or `--corpus` standard output holds nothing but them; diagnostics go to standard error. */
async function compile(file: string, options: CompileOptions, ports: CliPorts): Promise<ExitCode> {
  const compiled = await saying(ports, '编译', () => compilePlace(file, ports))
  if (!compiled.ok) return report(ports, compiled.fault)
  const { rubric, diagnostics } = compiled.value
  const page = pageFor(ports.terminal)
  const remarks = remarksOf(compiled.value, page)
  if (options.json || options.corpus) {
    writeLines(ports, options.json ? [JSON.stringify(rubric, null, 2)] : toCorpusLines(rubric))
    ports.terminal.writeError(remarks.map((line) => `${line}\n`).join(''))
  } else writeLines(ports, [...rubricPage(rubric, page), ...remarks])
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT_CODES.found : EXIT_CODES.ok
}

function remarksOf({ source, diagnostics }: CompiledNotice, page: Page): string[] {
  return [
    ...(source.isAssumed
      ? [`“${source.path}”不是 UTF-8，按 ${source.encoding.toUpperCase()}（GBK）读取；如有乱码，请另存为 UTF-8。`]
      : []),
    ...diagnostics.flatMap((diagnostic) => ['', ...diagnosticLines(diagnostic, source.text, source.path, page)]),
    ...(diagnostics.length === 0 ? [] : [lightRule(page), countsOf(diagnostics)]),
  ]
}

function countsOf(diagnostics: CompiledNotice['diagnostics']): string {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length
  return `诊断：错误${count('error')}处，警告${count('warning')}处，说明${count('note')}处`
}
