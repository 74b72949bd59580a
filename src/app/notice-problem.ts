import { unreachable } from '../core/kernel/unreachable.ts'
import type { DocumentExcess, NoticeFault } from './ports/file-fault.ts'

/** Why the content of a file cannot be taken as a notice, for the person who has the file: `path` is what they call it. */
export function messageOfNotice(fault: NoticeFault & { readonly path: string }): string {
  const name = `“${fault.path}”`
  switch (fault.code) {
    case 'file-empty':
      return `${name}是空文件（0 字节）。请重新导出或下载通知，再试一次。`
    case 'file-blank':
      return `${name}里只有空白。请确认保存时通知正文已在文件中。`
    case 'file-too-large':
      return `${name}有 ${megabytes(fault.bytes)} MB，超过 ${megabytes(fault.limit)} MB 的上限。通知正文不会这么大；请只保存含考核评分细则的部分。`
    case 'file-is-document':
      return `${name}是 ${fault.form} 文件，不能直接读取。请在原程序中“另存为”Word（.docx）、Excel（.xlsx）、PDF 或纯文本（.txt，UTF-8），再试那份文件。`
    case 'file-is-binary':
      return `${name}不是文本文件（第 ${fault.at + 1} 个字节是空字符），也不是 Word、Excel 或 PDF 文件。如果它是通知，请另存为 .docx、.pdf 或 UTF-8 编码的纯文本后再试。`
    case 'file-not-text':
      return `${name}第 ${fault.line} 行起有无法识别的字符：既不是 UTF-8，也不是 GB 18030（GBK）。文件可能已损坏；请重新保存为 UTF-8 编码的纯文本。`
    case 'document-damaged':
      return `${name}是 ${fault.form} 文件，但已经损坏或不完整${damage(fault.part, fault.detail)}，没有读入任何内容。请在原程序中打开它，另存一份再试；打不开的，请向发文单位重新索取。`
    case 'document-encrypted':
      return `${name}设有密码，打不开。请在原程序中取消打开密码，另存一份再试。`
    case 'document-without-text':
      return `${name}${scanned(fault.pages, fault.pageCount)}没有文字，只有图像：像是扫描件。请向发文单位索取 Word 或由 Word 导出的 PDF；没有的，请用文字识别软件转成文字，核对后再试。`
    case 'document-empty':
      return `${name}里没有文字。请确认它是通知正文，而不是空白的模板或只有图片。`
    case 'document-too-large':
      return `${name}${EXCESSES[fault.what](fault.limit)}，没有读入任何内容。通知正文不会这么大；请只保存含考核评分细则的部分。`
    case 'document-too-slow':
      return `${name}读了 ${fault.seconds} 秒还没有读完，已停下。请只保存含考核评分细则的部分，或在原程序中另存一份再试。`
    case 'document-too-heavy':
      return `读${name}要用超过 ${fault.megabytes} MB 的内存，已停下。请只保存含考核评分细则的部分，或在原程序中另存一份再试。`
    case 'reading-busy':
      return `正在读取的文件太多，没有读${name}。请稍后再试。`
    default:
      return unreachable(fault)
  }
}

/** What is not as its name says, and was read all the same. */
export function misnamedNotice(path: string, form: string): string {
  return `“${path}”其实是 ${form} 文件，已按内容读取。`
}

/** Readers say in Chinese what a person can use; anything else is for who mends the program. */
function damage(part: string, detail: string): string {
  const where = /\p{Script=Han}/u.test(detail) ? `${part}${detail}` : part
  return where === '' ? '' : `（${where}）`
}

/** 里, where it is all of them. */
function scanned(pages: readonly number[], pageCount: number): string {
  if (pages.length === 0 || pages.length >= pageCount) return '里'
  const shown = pages.slice(0, 10).join('、')
  return `的第 ${shown} 页${pages.length > 10 ? `等 ${pages.length} 页` : ''}`
}

const EXCESSES: Readonly<Record<DocumentExcess, (limit: number) => string>> = {
  'file-bytes': (limit) => `超过 ${megabytes(limit)} MB 的上限`,
  'inflated-bytes': (limit) => `解压后超过 ${megabytes(limit)} MB 的上限`,
  parts: (limit) => `含有的部件超过 ${limit} 个的上限`,
  pages: (limit) => `超过 ${limit} 页的上限`,
  cells: (limit) => `的段落和单元格超过 ${limit} 个的上限`,
  characters: (limit) => `连同位置标记超过 ${limit} 字的上限`,
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 1024 / 102.4) / 10).toString()
}
