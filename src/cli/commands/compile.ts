import type { CompiledNotice } from '../../app/compile-file.ts'
import { compilePlace } from '../../app/compile-place.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { misnamedNotice } from '../../app/notice-problem.ts'
import type { SourcePlace } from '../../core/kernel/source-place.ts'
import { unreadInWords } from '../../core/notice/source/unread-part.ts'
import { FORM_WORDS } from '../../core/notice/source/file-content.ts'
import { allClauses } from '../../core/rubric/find-clause.ts'
import { toCorpusLines } from '../../core/notice/corpus-format.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { formPlaces } from '../render/form-places.ts'
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
      '通知文件（Word、PDF、Excel、网页、Markdown 或纯文本），或带 corrections.json 的文件夹 · the notice in any of these forms, or its folder',
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
    writeLines(
      ports,
      options.json ? [JSON.stringify(withPlaces(rubric, compiled.value.source.text), null, 2)] : toCorpusLines(rubric),
    )
    ports.terminal.writeError(remarks.map((line) => `${line}\n`).join(''))
  } else writeLines(ports, [...rubricPage(rubric, page, compiled.value.source.text), ...remarks])
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT_CODES.found : EXIT_CODES.ok
}

function remarksOf({ source, diagnostics }: CompiledNotice, page: Page): string[] {
  return [
    ...(source.isMisnamed ? [misnamedNotice(source.path, FORM_NAMES[source.form])] : []),
    ...unreadInWords(source.unread).map((said) => `“${source.path}”${said}`),
    ...(source.isAssumed && source.encoding !== null
      ? [`“${source.path}”不是 UTF-8，按 ${source.encoding.toUpperCase()}（GBK）读取；如有乱码，请另存为 UTF-8。`]
      : []),
    ...diagnostics.flatMap((diagnostic) => ['', ...diagnosticLines(diagnostic, source.text, source.path, page)]),
    ...(diagnostics.length === 0 ? [] : [lightRule(page), countsOf(diagnostics)]),
  ]
}

/** A document's clauses and questions with where in it they stand, by their ids. */
function withPlaces(
  rubric: Rubric,
  source: string,
): Rubric & { readonly places?: Readonly<Record<string, SourcePlace>> } {
  const places = formPlaces(source)
  const placed = [...allClauses(rubric), ...rubric.questions].flatMap(({ id, span }) => {
    const { place } = places.field(span)
    return place === undefined ? [] : [[id, place] as const]
  })
  return placed.length === 0 ? rubric : { ...rubric, places: Object.fromEntries(placed) }
}

const FORM_NAMES = { ...FORM_WORDS, text: '文本' } as const

function countsOf(diagnostics: CompiledNotice['diagnostics']): string {
  const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length
  return `诊断：错误${count('error')}处，警告${count('warning')}处，说明${count('note')}处`
}
