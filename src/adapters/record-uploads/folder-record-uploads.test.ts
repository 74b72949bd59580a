import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { RECORD_LIMITS, recordUploadsConformance } from '../../../test/conformance/record-uploads.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { folderRecordUploads } from './folder-record-uploads.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-record-uploads-'))
afterAll(() => rmSync(root, { recursive: true }))

let folders = 0
function opened() {
  const folder = join(root, String((folders += 1)))
  const uploads = join(folder, 'd1', 'uploads')
  const again = () => folderRecordUploads(folder, RECORD_LIMITS)
  return { files: again(), again, uploads, lying: async () => readdirSync(uploads) }
}

describe('record files in a folder', () => recordUploadsConformance(async () => opened()))

test('the remains of a beginning that a crash cut short are swept', async () => {
  const { files, uploads, lying } = opened()
  mkdirSync(uploads, { recursive: true })
  writeFileSync(join(uploads, 'half-begun.part'), 'x')
  const swept = await files.sweep(id<never>('d1'), timestamp('2021-03-01T09:00:00+08:00'), () => false)
  expect(swept).toEqual({ ok: true, value: 1 })
  expect(await lying()).toEqual([])
})
