import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { takeDataFolder } from './data-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-data-'))
afterAll(() => rmSync(root, { recursive: true }))

test('a folder is one server’s at a time', async () => {
  const path = join(root, 'a', 'data')
  const first = takeDataFolder(path)
  if (!first.ok) throw new Error(first.refusal.message)
  expect(takeDataFolder(path)).toMatchObject({ ok: false, refusal: { code: 'store-busy' } })
  expect(await first.value.isWritable()).toBe(true)
  expect(await first.value.freeBytes()).toBeGreaterThan(0)
  first.value.release()
  const second = takeDataFolder(path)
  expect(second.ok).toBe(true)
  if (second.ok) second.value.release()
})
