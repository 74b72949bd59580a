import { listQuestions } from '../../app/list-questions.ts'
import type { SourceSpan } from '../../core/kernel/source-span.ts'
import { excerptOf } from '../../core/notice/source/marked-source.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { centered, heavyRule, lightRule, pageFor, type Page } from '../render/page.ts'
import { questionLines } from '../render/question-lines.ts'
import { formPlaces } from '../render/form-places.ts'
import { underline } from '../text/underline.ts'
import { report, saying, writeLines, type CommandFrame } from './command-frame.ts'

interface QuestionsOptions {
  readonly json?: boolean
}

export const addQuestions: CommandFrame = (program, ports, finish) => {
  program
    .command('questions')
    .argument('<FILE>', '通知文件，或带口径的通知文件夹 · the notice, or its folder with interpretations')
    .description('列出通知没有写明的问题和可选的理解 · what the notice leaves open')
    .option('--json', '输出 JSON · as JSON')
    .action(async (file: string, options: QuestionsOptions) => finish(await questions(file, options, ports)))
}

async function questions(file: string, options: QuestionsOptions, ports: CliPorts): Promise<ExitCode> {
  const listed = await saying(ports, '编译', () => listQuestions(file, ports))
  if (!listed.ok) return report(ports, listed.fault)
  const { rubric, source } = listed.value
  const page = pageFor(ports.terminal)
  const open = listed.value.questions.filter(({ interpretation }) => interpretation === null).length
  const places = formPlaces(source.text)
  if (options.json)
    writeLines(ports, [
      JSON.stringify(
        listed.value.questions.map((asked) => ({ ...asked, ...places.field(asked.question.span) })),
        null,
        2,
      ),
    ])
  else
    writeLines(ports, [
      heavyRule(page),
      ...centered(rubric.title, page).map(page.ink.strong),
      heavyRule(page),
      ...listed.value.questions.flatMap(({ question, interpretation }) => [
        ...excerptLines(source.text, question.span, page),
        ...places.lines(question.span, page, 2),
        ...questionLines(question, interpretation, page),
        '',
      ]),
      lightRule(page),
      `共${rubric.questions.length}个问题，已答${rubric.questions.length - open}个，待定${open}个。`,
    ])
  return EXIT_CODES.ok
}

function excerptLines(source: string, span: SourceSpan, page: Page): string[] {
  const shown = excerptOf(source, span)
  return underline(shown.text, shown.span, page.columns - 2).flatMap(({ text, marks }) => [
    `  ${text}`,
    ...(marks === '' ? [] : [`  ${page.ink.open(marks)}`]),
  ])
}
