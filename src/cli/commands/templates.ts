import { copyTemplates } from '../../app/documents/copy-templates.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

export const addTemplates: CommandFrame = (program, ports, finish) => {
  program
    .command('templates')
    .argument('<FOLDER>', '抄到哪个文件夹；已有的文件不动 · where to; files that are there stay')
    .description('抄出 PDF 文件的模板和说明，供本单位修改 · copy the templates of PDF documents, to be changed')
    .action(async (folder: string) => finish(await templates(folder, ports)))
}

async function templates(folder: string, ports: CliPorts): Promise<ExitCode> {
  const made = await copyTemplates(ports.templates, ports.proofFiles, folder)
  if (!made.ok) return report(ports, made.fault)
  const { copied, kept } = made
  writeLines(ports, [
    ...(copied.length === 0 ? [] : [`已抄到 ${folder}：${copied.join('、')}`]),
    ...(kept.length === 0 ? [] : [`已有、没有动：${kept.join('、')}`]),
    '改法见其中的“说明.md”。放进数据文件夹的 templates 文件夹即生效，不用重启；删去一份就换回随程序带的那份。',
  ])
  return EXIT_CODES.ok
}
