import { fileTypeFromBuffer } from 'file-type'
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'

/** Says what a file is that cannot be taken in, and what the person can do instead. */
export function strangeFile(fileName: string, kind: StrangeKind) {
  const [found, advice] = STRANGE[kind]
  return refusedRecords('file-unknown-kind', fileName, found, advice)
}

/** The same by the bytes that a file begins with; `otherwise` where nobody knows them. */
export async function strangeBytes(fileName: string, head: Uint8Array, otherwise: Kept<never>): Promise<Kept<never>> {
  const type = await fileTypeFromBuffer(head)
  if (type === undefined) return otherwise
  const { ext, mime } = type
  if (ARCHIVES.has(ext)) return strangeFile(fileName, 'archive')
  if (PROGRAMS.has(ext)) return strangeFile(fileName, 'program')
  if (ext === 'pdf') return strangeFile(fileName, 'pdf')
  if (mime.startsWith('image/')) return strangeFile(fileName, 'image')
  if (mime.startsWith('audio/') || mime.startsWith('video/')) return strangeFile(fileName, 'recording')
  if (ext === 'sqlite') return strangeFile(fileName, 'database')
  return refusedRecords('file-unknown-kind', fileName, ` ${ext.toUpperCase()} 文件`, TAKEN)
}

export type StrangeKind = keyof typeof STRANGE

const TAKEN = '能导入的是 CSV、XLSX、JSON 行（.jsonl）和 Parquet'
const SAVE_AS = '请在 Excel 或 WPS 里打开，另存为 XLSX 或 CSV 后再导入'
const ASK_SOURCE = '请从来源系统导出 CSV 或 XLSX'

const STRANGE = {
  'old-workbook': ['旧版 Excel 工作簿（.xls）', SAVE_AS],
  'binary-workbook': ['二进制 Excel 工作簿（.xlsb）', SAVE_AS],
  'open-document': ['OpenDocument 文件（.ods 等）', SAVE_AS],
  'html-table': ['网页表格（很多系统把它当作 .xls 导出）', SAVE_AS],
  'xml-table': ['XML 表格（Excel 2003 的 XML 格式）', SAVE_AS],
  xml: ['XML 文件', ASK_SOURCE],
  'web-archive': ['单个文件网页（.mht，有些系统把它当作 .xls 导出）', SAVE_AS],
  document: ['Word 文档', ASK_SOURCE],
  slides: ['演示文稿', ASK_SOURCE],
  'old-office': ['旧版 Office 文件', SAVE_AS],
  'rich-text': ['RTF 文档', ASK_SOURCE],
  pdf: ['PDF 文件', ASK_SOURCE],
  image: ['图片', ASK_SOURCE],
  recording: ['录音或视频', TAKEN],
  archive: ['压缩包', '请先解压，再导入里面的文件'],
  program: ['程序', TAKEN],
  database: ['数据库文件', ASK_SOURCE],
  folder: ['文件夹', '请选择里面的文件'],
  device: ['设备或管道，不是普通文件', TAKEN],
  binary: ['认不出的二进制文件', TAKEN],
  json: ['不是一行一个对象的 JSON', '请导出为 JSON 行：每行一个完整的对象'],
  'json-array': ['很大的 JSON 数组', '请导出为 JSON 行：一行一个对象，没有方括号和逗号'],
} as const satisfies Readonly<Record<string, readonly [found: string, advice: string]>>

const ARCHIVES: ReadonlySet<string> = new Set([
  'zip',
  'rar',
  '7z',
  'gz',
  'bz2',
  'xz',
  'tar',
  'zst',
  'lz',
  'Z',
  'cab',
  'arj',
])
const PROGRAMS: ReadonlySet<string> = new Set(['exe', 'elf', 'macho', 'class', 'wasm', 'dex', 'msi', 'jar', 'apk'])
