import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { memoryDocuments } from '../../adapters/documents/outgoing/memory-documents.ts'
import { documentTray } from '../../adapters/files/document-tray.ts'
import type { DocumentWriter } from '../ports/document-writer.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import { makeDocument } from './make-document.ts'

const places: string[] = []
const tray = {
  ...documentTray,
  place: async (ending: string) => {
    const placed = await documentTray.place(ending)
    if (placed.ok) places.push(placed.value)
    return placed
  },
}

test('a document lies whole in its tray until it is taken, and then no longer', async () => {
  const made = await makeDocument({ writer: memoryDocuments, tray }, listing(2, 2), 'docx')
  if (!made.ok) throw new Error(made.refusal.message)
  expect(made.value.fileName).toBe('名单.docx')
  const handed = await tray.handOut(made.value.path)
  if (!handed.ok) throw new Error(handed.fault.code)
  const pieces: Uint8Array[] = []
  for await (const piece of handed.value.content) pieces.push(piece)
  const text = Buffer.concat(pieces).toString('utf8')
  expect(text.trim().split('\n')).toHaveLength(3)
  expect(Buffer.byteLength(text)).toBe(handed.value.bytes)
  expect(isLeft()).toBe(false)
})

test('a document that nobody takes after all is gone without a single piece taken', async () => {
  const made = await makeDocument({ writer: memoryDocuments, tray }, listing(2, 2), 'pdf')
  const handed = await tray.handOut(made.ok ? made.value.path : '')
  if (!handed.ok) throw new Error(handed.fault.code)
  await handed.value.content[Symbol.asyncIterator]().return?.()
  expect(isLeft()).toBe(false)
})

test.each<[why: string, writer: DocumentWriter, document: OfficialDocument, message: string]>([
  [
    'says another count than it has',
    memoryDocuments,
    listing(3, 2),
    '做成的文件与应有的条数不符（names 应有 3 条，实有 2 条），没有交出；请把这句话告诉管理员',
  ],
  [
    'is longer than its form can be',
    faulty({ code: 'document-too-long', form: 'pdf', rows: 90_000, limit: 20_000 }),
    listing(2, 2),
    '这份文件有 90000 行，PDF 最多能放 20000 行，没有生成；请改用 Excel，或缩小要列的范围',
  ],
  [
    'has a template that does not run',
    faulty({ code: 'template-broken', path: '得分表.typ', detail: '第3行：unknown variable' }),
    listing(2, 2),
    '文件模板“得分表.typ”不能排版（第3行：unknown variable），没有生成；请管理员改正这份模板，或把它移出模板文件夹，即用随程序带的模板（命令行可加 --built-in-templates）',
  ],
  [
    'finds too many others in line',
    faulty({ code: 'documents-busy', waiting: 16 }),
    listing(2, 2),
    '正在生成的文件太多（已有 16 份在排队），没有生成这一份；请过一分钟再试',
  ],
  [
    'cannot be written',
    faulty({ code: 'document-not-written', path: '/tmp/x', detail: 'ENOSPC' }),
    listing(2, 2),
    '文件没有写成（ENOSPC），没有生成；请稍后再试，仍不行请管理员检查磁盘空间和权限',
  ],
])('a document that %s is refused in words, and nothing of it is left', async (_why, writer, document, message) => {
  const made = await makeDocument({ writer, tray }, document, 'xlsx')
  expect(made).toMatchObject({ ok: false, refusal: { message } })
  expect(isLeft()).toBe(false)
})

test('nothing is left of a document on which the program itself failed', async () => {
  const writer: DocumentWriter = { write: () => Promise.reject(new Error('a bug')) }
  await expect(makeDocument({ writer, tray }, listing(2, 2), 'docx')).rejects.toThrow('a bug')
  expect(isLeft()).toBe(false)
})

function isLeft(): boolean {
  const last = places.at(-1)
  if (last === undefined) throw new Error('nothing was placed')
  return existsSync(dirname(last))
}

function faulty(fault: Extract<Awaited<ReturnType<DocumentWriter['write']>>, { ok: false }>['fault']): DocumentWriter {
  return { write: async () => ({ ok: false, fault }) }
}

function listing(stated: number, rows: number): OfficialDocument {
  const names = Array.from({ length: rows }, (_, at) => ({
    key: null,
    cells: [{ kind: 'text', text: `第${at + 1}行` } as const],
    height: null,
  }))
  return {
    kind: 'finding-list',
    fileName: '名单',
    layout: 'form',
    isLandscape: false,
    head: null,
    title: ['名单'],
    subtitle: null,
    facts: [],
    blocks: [
      {
        kind: 'table',
        table: {
          id: 'names',
          name: '名单',
          hasCaption: false,
          columns: [{ key: 'name', name: '名称', width: 1, align: 'left' }],
          rows: names,
          foot: [],
          isOfficial: false,
        },
      },
    ],
    closing: null,
    proof: { code: null, ledger: null, counts: [{ table: 'names', rows: stated }], totals: [], sentences: [] },
    workings: [],
  }
}
