import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runDuckDb } from '../table-forms.ts'
import type { BrokenFile } from './broken-file.ts'
import { half, text } from './sample-texts.ts'

export const JSONS: readonly BrokenFile[] = [
  ['JSON lines cut within a line', text('{"编号":"1","中心":"夏阳"}\n{"编号":"2","中'), 'file-damaged', '半中间'],
  [
    'a line beyond all measure',
    text(`{"编号":1,"备注":"${'长'.repeat(700_000)}"}\n`),
    'row-too-long',
    '第 1 行',
    '700',
  ],
  ['a line that is no object', text('{"编号":1}\n[1,2]\n'), 'line-not-record', '第 2 行'],
  ['a line with two objects', text('{"编号":1}\n{"编号":2}{"编号":3}\n'), 'line-not-record', '第 2 行'],
  ['a value within a value', text('{"编号":1,"人":{"名":"张"}}\n'), 'value-nested', '第 1 行', '人'],
  ['a name twice in a line', text('{"编号":1}\n\n{"编号":2,"编号":3}\n'), 'key-doubled', '第 3 行', '编号'],
  [
    'a name that comes late',
    text(`${'{"编号":1}\n'.repeat(200)}{"编号":1,"中心":"夏阳"}\n`),
    'key-unknown',
    '第 201 行',
    '中心',
  ],
  ['half a character in JSON', text('{"编号":"\\ud83d"}\n'), 'text-broken', '第 1 行'],
  ['an object over many lines', text('{\n  "编号": 1\n}\n'), 'file-unknown-kind', '每行一个'],
  ['half a JSON array', text('[{"编号":1},\n{"编号":2}'), 'file-damaged', 'JSON'],
]

export const PARQUETS: readonly BrokenFile[] = [
  [
    'half a Parquet file',
    async () => half(await parquet('SELECT range AS "编号" FROM range(5000)')),
    'file-damaged',
    'Parquet',
  ],
  [
    'a Parquet file with a broken directory',
    async () => scrambled(await parquet('SELECT range AS "编号" FROM range(5000)')),
    'file-damaged',
  ],
  [
    'a Parquet file with broken values',
    async () => overwritten(await parquet(`SELECT 'Q' || range AS "编号" FROM range(300000)`)),
    'file-damaged',
  ],
  ['a Parquet file with lists', () => parquet('SELECT 1 AS "编号", [1, 2] AS "材料"'), 'columns-nested', '材料'],
  ['a Parquet file with bytes', () => parquet(`SELECT 1 AS "编号", 'x'::BLOB AS "照片"`), 'columns-nested', '照片'],
  [
    'ids as floating numbers',
    () => parquet('SELECT 3.1011819900101101e17::DOUBLE AS "编号"'),
    'column-inexact',
    '编号',
  ],
  ['an encrypted Parquet file', text('PARE0000000000000000PARE'), 'file-encrypted'],
]

/** A Parquet file of what a SELECT answers. */
export async function parquet(sql: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'broken-'))
  const path = join(folder, 'a.parquet')
  await runDuckDb(`COPY (${sql}) TO '${path}' (FORMAT parquet)`)
  const bytes = await readFile(path)
  await rm(folder, { recursive: true })
  return bytes
}

/** With other bytes where the directory begins. */
function scrambled(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  const start = copy.length - 8 - copy.readUInt32LE(copy.length - 8)
  return copy.fill(0xee, start, start + 20)
}

/** With other bytes behind the first rows, which a look is taken at. */
function overwritten(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = Math.floor(copy.length * 0.75)
  return copy.fill(0xee, at, at + 200)
}
