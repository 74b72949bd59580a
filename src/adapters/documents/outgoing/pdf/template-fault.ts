import type { DocumentFault } from '../../../../app/ports/document-writer.ts'
import type { DifferingCount } from '../../../../core/document/differing-counts.ts'
import type { LoadedTemplates } from './load-templates.ts'
import type { Diagnostic } from './typeset-order.ts'

/** Names the first place where a template goes wrong, in the typesetter's own words. */
export function templateFault(
  diagnostics: readonly Diagnostic[],
  main: string,
  { sourceOf }: LoadedTemplates,
): DocumentFault {
  const [first] = diagnostics
  const place = first?.line === null || first === undefined ? '' : `第${first.line}行第${first.character ?? 1}个字：`
  const calls = diagnostics.slice(1).flatMap(({ path, line }) => (line === null ? [] : [`${path}第${line}行`]))
  const from = calls.length === 0 ? '' : `；由${calls.slice(0, 3).join('、')}用到`
  return {
    code: 'template-broken',
    path: sourceOf(first === undefined || first.path === '' ? main : first.path),
    detail: `${place}${first?.words ?? '排版程序没有说明原因'}${from}`,
  }
}

const STOPPED = {
  time: '排版用时过长，已停止；模板里可能有没有尽头的循环',
  memory: '排版占用内存过多，已停止；模板里可能有没有尽头的循环',
  died: '排版程序意外退出',
} as const

/** With the office's own templates it is they that are to be looked at; ours do not loop, so then the machine is short. */
export function stoppedFault(
  why: keyof typeof STOPPED,
  main: string,
  { sourceOf, replaced }: LoadedTemplates,
): DocumentFault {
  const code = replaced.size > 0 ? 'template-broken' : 'document-not-written'
  return { code, path: sourceOf(main), detail: STOPPED[why] }
}

/** Where a template of the office leaves out what the document has. */
export function droppedFault({ table, stated, written }: DifferingCount, main: string, { sourceOf }: LoadedTemplates) {
  const detail = `表“${table}”应有${stated}行，模板排出${written}行；表要用 set-table 排，不能少排`
  return { code: 'template-broken', path: sourceOf(main), detail } as const
}
