import { FOLDER_DOCUMENTS } from '../../app/documents/folder-documents.ts'
import { keepDocument } from '../../app/documents/keep-document.ts'
import type { DocumentForm } from '../../app/ports/document-writer.ts'
import { scoreAssessment } from '../../app/score-assessment.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { Argument, Option } from 'commander'
import { askedDate, report, saying, writeLines, type CommandFrame } from './command-frame.ts'

interface DocumentOptions {
  readonly form: DocumentForm
  readonly center?: string
  readonly out?: string
  readonly builtInTemplates?: boolean
  readonly asOf?: string
  readonly knownBy?: string
}

export const addDocument: CommandFrame = (program, ports, finish) => {
  const kinds = Object.entries(FOLDER_DOCUMENTS).map(([kind, { name }]) => `  ${kind}  ${name}`)
  program
    .command('document')
    .addArgument(new Argument('<KIND>', '哪种文件 · which document').choices(Object.keys(FOLDER_DOCUMENTS)))
    .argument('<FOLDER>', '考核文件夹 · the folder of an assessment')
    .description('写出正式文件：Word、Excel 或 PDF · an official document')
    .addOption(
      new Option('--form <FORM>', '格式 · Word, Excel or PDF').choices(['docx', 'xlsx', 'pdf']).default('docx'),
    )
    .option('--center <ID>', '哪个中心的（编号或名称）· of which center')
    .option('--as-of <DATE>', '只计到这一天为止发生的事 · what happened by this day')
    .option('--known-by <DATE>', '只计到这一天为止记录的事 · what was recorded by this day')
    .option('--built-in-templates', 'PDF 不用本单位的模板，用随程序带的 · without the templates of the office')
    .option('--out <FILE>', '写到哪里（默认用文件自己的名称）· where to')
    .addHelpText('after', ['', '文件 Documents：', ...kinds].join('\n'))
    .action(async (kind: string, folder: string, options: DocumentOptions) =>
      finish(await writeDocument(kind, folder, options, ports)),
    )
}

async function writeDocument(
  kind: string,
  folder: string,
  options: DocumentOptions,
  ports: CliPorts,
): Promise<ExitCode> {
  const asked = FOLDER_DOCUMENTS[kind]
  if (asked === undefined) throw new Error(`the command line let ${kind} through`)
  const occurredBy = askedDate('--as-of', options.asOf)
  if (!occurredBy.ok) return report(ports, occurredBy.fault)
  const knownBy = askedDate('--known-by', options.knownBy)
  if (!knownBy.ok) return report(ports, knownBy.fault)
  const clocks = { occurredBy: occurredBy.value, knownBy: knownBy.value }
  const scored = await saying(ports, '计分', () => scoreAssessment(folder, clocks, ports.archive))
  if (!scored.ok) return report(ports, scored.fault)
  const document = asked.make({
    scored: scored.value,
    center: options.center ?? null,
    madeOn: dayOf(ports.clock.now()),
    digestsBy: ports.digestsBy,
  })
  if (!document.ok) return report(ports, document.fault)
  const kept = await saying(ports, '生成文件', () =>
    keepDocument(
      options.builtInTemplates === true ? ports.plainDocuments : ports.documents,
      document.value,
      options.form,
      options.out ?? null,
    ),
  )
  if (!kept.ok) return report(ports, kept.fault)
  writeLines(ports, [kept.value, ...document.value.proof.sentences])
  return EXIT_CODES.ok
}
