/** Runs in a process of its own (`bin/typeset.mjs`): takes orders over its channel, one after another, and answers each. */
import { writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Diagnostic, TypesetAnswer, TypesetOrder } from './typeset-order.ts'

/** Does not exist: all files are given, so that a template finds nothing that is not. */
const ROOT = resolve('/mingheng-templates')

/** Results of earlier documents that are kept for the next: the pieces that every sheet has in common. */
const KEPT_DOCUMENTS = 2

const compiler = NodeCompiler.create({
  workspace: ROOT,
  fontArgs: [{ fontPaths: process.argv.slice(2) }],
})

process.on('message', (order: TypesetOrder) => {
  process.send?.(answer(order))
  compiler.resetShadow()
  compiler.evictCache(KEPT_DOCUMENTS)
})

process.send?.('ready')

function answer({ id, files, main, timestamp, target }: TypesetOrder): TypesetAnswer {
  for (const { path, bytes } of files) compiler.mapShadow(join(ROOT, path), Buffer.from(bytes))
  const compiled = compiler.compile({ mainFilePath: join(ROOT, main), resetRead: true })
  const document = compiled.result
  if (document === null) {
    const error = compiled.takeDiagnostics()
    const diagnostics = error === null ? [] : compiler.fetchDiagnostics(error).map(diagnosticOf)
    return { id, ok: false, diagnostics }
  }
  const rows: { value: { table: string; rows: number } }[] = compiler.query(document, { selector: '<written>' })
  try {
    const pdfStandard = document.date === null ? '1.7' : 'a-2a'
    const pdf = compiler.pdf(document, { pdfStandard, creationTimestamp: timestamp })
    writeFileSync(target, pdf, { flag: 'wx' })
  } catch (error) {
    return { id, ok: false, diagnostics: null, detail: error instanceof Error ? error.message : String(error) }
  }
  return { id, ok: true, pages: document.numOfPages, rows: rows.map(({ value }) => value) }
}

interface FoundDiagnostic {
  readonly message: string
  readonly path: string
  readonly range: { readonly start: { readonly line: number; readonly character: number } } | null
}

function diagnosticOf({ message, path, range }: FoundDiagnostic): Diagnostic {
  const start = range?.start
  return {
    path: relative(ROOT, path).replaceAll('\\', '/'),
    line: start === undefined ? null : start.line + 1,
    character: start === undefined ? null : start.character + 1,
    words: message,
  }
}
