import { mkdtemp, rm, truncate, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LARGEST_TEXT, textFiles } from './text-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-text-'))
})
afterAll(() => rm(folder, { recursive: true }))

const sentence = '查实一例扣1分；'
/** 查实一例 in GB 2312. */
const gb = [0xb2, 0xe9, 0xca, 0xb5, 0xd2, 0xbb, 0xc0, 0xfd]

test.each<[title: string, bytes: Uint8Array | string, fault: Record<string, unknown>]>([
  ['nothing at all', '', { code: 'file-empty' }],
  ['white space of every kind', ' \t\r\n\u3000\u00a0', { code: 'file-blank' }],
  ['a byte order mark and nothing else', '\uFEFF', { code: 'file-blank' }],
  ['a NUL byte', `${sentence}\0`, { code: 'file-is-binary', at: 22 }],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), { code: 'file-is-binary', at: 8 }],
  ['a PDF', '%PDF-1.7\n', { code: 'file-is-document', form: 'PDF' }],
  ['a Word file', 'PK\u0003\u0004....word/document.xml', { code: 'file-is-document', form: 'Word（.docx）' }],
  ['an Excel file', 'PK\u0003\u0004....xl/workbook.xml', { code: 'file-is-document', form: 'Excel（.xlsx）' }],
  ['an archive', 'PK\u0003\u0004....a.txt', { code: 'file-is-document', form: 'ZIP 压缩包' }],
  ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { code: 'file-is-document' }],
  ['UTF-8 cut in a character', Buffer.from(`一\n${sentence}`).subarray(0, -1), { code: 'file-not-text', line: 2 }],
  ['bytes that are no text', Buffer.from([0xff, 0x01, 0x80, 0x81, 0x0a]), { code: 'file-not-text', line: 1 }],
  ['UTF-16 cut in a surrogate', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), { code: 'file-not-text' }],
])('%s is refused', async (_title, bytes, fault) => {
  const path = join(folder, 'notice.txt')
  await writeFile(path, bytes)
  expect(await textFiles.read(path)).toEqual({ ok: false, fault: expect.objectContaining({ path, ...fault }) })
})

test.each<[title: string, bytes: Uint8Array | string, encoding: string, isAssumed: boolean, text: string]>([
  ['UTF-8', sentence, 'utf-8', false, sentence],
  ['UTF-8 with a mark', `\uFEFF${sentence}`, 'utf-8', false, sentence],
  ['UTF-16 little end first', Buffer.from(`\uFEFF${sentence}`, 'utf16le'), 'utf-16le', false, sentence],
  ['UTF-16 big end first', Buffer.from(`\uFEFF${sentence}`, 'utf16le').swap16(), 'utf-16be', false, sentence],
  ['GB 2312', Buffer.from(gb), 'gb18030', true, '查实一例'],
])('%s is read', async (_title, bytes, encoding, isAssumed, text) => {
  const path = join(folder, 'read.txt')
  await writeFile(path, bytes)
  expect(await textFiles.read(path)).toEqual({ ok: true, value: { path, text, encoding, isAssumed } })
})

test.each<[title: string, name: string, code: string]>([
  ['a path that leads nowhere', 'missing.txt', 'file-missing'],
  ['a path through a file', 'read.txt/notice.txt', 'file-missing'],
  ['a path with a NUL', 'a\0b', 'file-missing'],
  ['a folder', 'folder', 'file-is-folder'],
  ['a file over the limit', 'huge.txt', 'file-too-large'],
])('%s is refused', async (_title, name, code) => {
  await mkdir(join(folder, 'folder'), { recursive: true })
  await writeFile(join(folder, 'read.txt'), sentence)
  await writeFile(join(folder, 'huge.txt'), '')
  await truncate(join(folder, 'huge.txt'), LARGEST_TEXT + 1)
  const answer = await textFiles.read(join(folder, name))
  expect(answer).toMatchObject({ ok: false, fault: { code } })
})

test('a device without end is not read without end', async () => {
  expect(await textFiles.read('/dev/zero')).toMatchObject({ ok: false, fault: { code: 'file-too-large' } })
})
