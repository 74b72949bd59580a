import { refused, type Refusal } from '../../core/kernel/outcome.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { DifferingCount } from '../../core/document/differing-counts.ts'
import type { DocumentFault, DocumentForm } from '../ports/document-writer.ts'

/** Why a document was not made, each as a sentence for who asked for it. */
const DOCUMENT_REFUSALS = {
  'document-too-long': (form: string, rows: number, limit: number) =>
    `这份文件有 ${rows} 行，${form} 最多能放 ${limit} 行，没有生成；请改用 Excel，或缩小要列的范围`,
  'template-broken': (path: string, detail: string) =>
    `文件模板“${path}”不能排版（${detail}），没有生成；请管理员改正这份模板，或把它移出模板文件夹，即用随程序带的模板（命令行可加 --built-in-templates）`,
  'documents-busy': (waiting: number) =>
    `正在生成的文件太多（已有 ${waiting} 份在排队），没有生成这一份；请过一分钟再试`,
  'document-not-written': (detail: string) =>
    `文件没有写成（${detail}），没有生成；请稍后再试，仍不行请管理员检查磁盘空间和权限`,
  'document-not-whole': (table: string, stated: number, written: number) =>
    `做成的文件与应有的条数不符（${table} 应有 ${stated} 条，实有 ${written} 条），没有交出；请把这句话告诉管理员`,
} as const

export type DocumentRefusalCode = keyof typeof DOCUMENT_REFUSALS

interface RefusedDocument {
  readonly ok: false
  readonly refusal: Refusal<DocumentRefusalCode>
}

const FORM_NAMES: Readonly<Record<DocumentForm, string>> = { docx: 'Word', xlsx: 'Excel', pdf: 'PDF' }

export function refusedDocument(fault: DocumentFault): RefusedDocument {
  switch (fault.code) {
    case 'document-too-long':
      return refused(fault.code, DOCUMENT_REFUSALS[fault.code](FORM_NAMES[fault.form], fault.rows, fault.limit))
    case 'template-broken':
      return refused(fault.code, DOCUMENT_REFUSALS[fault.code](fault.path, fault.detail))
    case 'documents-busy':
      return refused(fault.code, DOCUMENT_REFUSALS[fault.code](fault.waiting))
    case 'document-not-written':
      return refused(fault.code, DOCUMENT_REFUSALS[fault.code](fault.detail))
    default:
      return unreachable(fault)
  }
}

export function refusedCount({ table, stated, written }: DifferingCount): RefusedDocument {
  return refused('document-not-whole', DOCUMENT_REFUSALS['document-not-whole'](table, stated, written))
}
