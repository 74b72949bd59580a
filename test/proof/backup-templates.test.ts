import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHere } from '../cli/run-here.ts'
import { dataFolder } from '../fixtures/data-folder.ts'

const home = mkdtempSync(join(tmpdir(), 'mingheng-backup-templates-'))
const [data, backups] = [join(home, 'data'), join(home, 'backups')]
const at = (name: string) => join(home, name)
const SHEET = 'templates/score-sheet.typ'
const FONT = 'templates/fonts/本单位宋体.ttf'

beforeAll(async () => {
  const folder = await dataFolder(data)
  await folder.report()
  await folder.close()
  changed(SHEET, '#set text(size: 16pt)')
  changed(FONT, '\u0000\u0001 a font')
  writeFileSync(at('elsewhere.typ'), 'not the folder\u2019s')
  symlinkSync(at('elsewhere.typ'), join(data, 'templates', 'linked.typ'))
  await backedUp('2022-02-01T09:00:00+08:00')
  changed(SHEET, '#set text(size: 18pt)')
  await backedUp('2022-02-02T09:00:00+08:00')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test.each<[backup: string, size: string]>([
  ['2022-02-01T09-00-00', '16pt'],
  ['2022-02-02T09-00-00', '18pt'],
])('the backup %s restores the templates as they were then, fonts too', async (backup, size) => {
  const target = at(`restored-${size}`)
  expect(await runHere(['restore', join(backups, backup), target])).toMatchObject({ code: 0, error: '' })
  expect(readFileSync(join(target, SHEET), 'utf8')).toBe(`#set text(size: ${size})`)
  expect(readFileSync(join(target, FONT), 'utf8')).toBe('\u0000\u0001 a font')
  expect(existsSync(join(target, 'templates', 'linked.typ'))).toBe(false)
})

test('a template that changed in a backup is found, and nothing is restored', async () => {
  const kept = join(backups, '2022-02-02T09-00-00', SHEET)
  writeFileSync(kept, '#set text(size: 99pt)')
  const restored = await runHere(['restore', backups, at('damaged')])
  expect(restored.code).toBe(1)
  expect(restored.output).toContain(SHEET)
  expect(existsSync(at('damaged'))).toBe(false)
})

async function backedUp(now: string): Promise<void> {
  const made = await runHere(['backup', backups, '--data', data], { now })
  expect(made).toMatchObject({ code: 0, error: '' })
  expect(made.output).toContain('2 个文件，本单位改过的')
}

function changed(place: string, content: string): void {
  mkdirSync(dirname(join(data, place)), { recursive: true })
  writeFileSync(join(data, place), content)
}
