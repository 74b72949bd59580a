import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { DocumentWritten } from '../../../../app/ports/document-writer.ts'
import { readPdf, wordsOf } from '../../../../../test/documents/read-pdf.ts'
import { sampleForm } from '../../../../../test/documents/sample-forms.ts'
import { builtInTemplates } from './load-templates.ts'
import type { TypesetterBounds } from './typesetter.ts'
import { pdfWriter } from './write-pdf.ts'

const root = await mkdtemp(join(tmpdir(), 'mingheng-templates-'))
afterAll(() => rm(root, { recursive: true }))
const form = sampleForm(true)
let count = 0

interface Tried {
  readonly written: DocumentWritten
  readonly folder: string
  readonly path: string
}

/** The document by a folder of the office with these files. */
async function tried(files: Readonly<Record<string, string>>, bounds: Partial<TypesetterBounds> = {}): Promise<Tried> {
  const folder = join(root, String((count += 1)), 'templates')
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const path = join(folder, '..', 'document.pdf')
  return { written: await pdfWriter(folder, bounds)(form, path, async () => null), folder, path }
}

async function ours(name: string): Promise<string> {
  const file = (await builtInTemplates.files()).find((each) => each.name === name)
  return Buffer.from(file?.bytes ?? []).toString()
}

test('a file of the office replaces ours of that name, and uses the others of ours', async () => {
  const changed = (await ours('form.typ')).replace('核验码：', '本单位核对码：')
  const { written, path } = await tried({ 'form.typ': changed })
  expect(written).toMatchObject({ ok: true, rows: form.proof.counts })
  expect(wordsOf((await readPdf(path))[0] ?? { width: 0, height: 0, texts: [], rules: [] })).toContain('本单位核对码：')
})

test('a broken template is told by file, line and words, and nothing is left; without it the document is had', async () => {
  const { written, folder, path } = await tried({
    'parts.typ': `${await ours('parts.typ')}\n#let size = nonsense + 1\n`,
  })
  const line = (await ours('parts.typ')).split('\n').length + 1
  expect(written).toEqual({
    ok: false,
    fault: {
      code: 'template-broken',
      path: join(folder, 'parts.typ'),
      detail: expect.stringMatching(
        new RegExp(`^第${line}行第\\d+个字：unknown variable: nonsense；由form.typ第\\d+行用到$`),
      ),
    },
  })
  expect(existsSync(path)).toBe(false)
  expect(await pdfWriter(null)(form, path, async () => null)).toMatchObject({ ok: true })
})

test.each<[what: string, template: string, told: RegExp]>([
  ['a file of the machine', '#read("/etc/hostname")', /^第1行第7个字：file not found/],
  ['a file above its folder', '#read("../secret.txt")', /outside of project root/],
  ['a link to a file outside', '#read("linked.txt")', /file not found/],
  ['a package from the network', '#import "@preview/cetz:0.2.0": *', /package/],
  ['a picture from the network', '#image("https://example.org/a.png")', /file not found/],
])('a template cannot get at %s', async (_what, template, told) => {
  const folder = join(root, String((count += 1)), 'templates')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '..', 'secret.txt'), 'secret')
  await symlink(join(folder, '..', 'secret.txt'), join(folder, 'linked.txt'))
  await writeFile(join(folder, 'form.typ'), template)
  const written = await pdfWriter(folder)(form, join(folder, '..', 'document.pdf'), async () => null)
  expect(written).toMatchObject({ ok: false, fault: { code: 'template-broken', detail: expect.stringMatching(told) } })
})

test('a template that leaves rows out is refused, by the table and its rows', async () => {
  const { written, path } = await tried({ 'form.typ': '#let doc = json("document.json")\n#doc.title.join()' })
  expect(written).toMatchObject({
    ok: false,
    fault: { code: 'template-broken', detail: '表“score”应有64行，模板排出0行；表要用 set-table 排，不能少排' },
  })
  expect(existsSync(path)).toBe(false)
})

const ENDLESS = '#for a in range(9999) { for b in range(9999) { for c in range(9999) { } } }'

test('a template that never ends is ended, while everybody else goes on', async () => {
  let ticks = 0
  const ticking = setInterval(() => (ticks += 1), 20)
  const { written } = await tried({ 'form.typ': ENDLESS }, { milliseconds: 3_000 })
  clearInterval(ticking)
  expect(written).toMatchObject({
    ok: false,
    fault: { code: 'template-broken', detail: expect.stringContaining('用时过长') },
  })
  expect(ticks).toBeGreaterThan(20)
})

test.runIf(process.platform === 'linux')('a template that fills the memory is ended', async () => {
  const grows = '#let all = ()\n#for a in range(9999) { all.push("x" * 9000000 + str(a)) }\n#all.len()'
  const { written } = await tried({ 'form.typ': grows }, { bytes: 400 * 1024 * 1024 })
  expect(written).toMatchObject({
    ok: false,
    fault: { code: 'template-broken', detail: expect.stringContaining('内存过多') },
  })
})

test('after a document that was ended the next is set', async () => {
  const folder = join(root, String((count += 1)), 'templates')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'form.typ'), ENDLESS)
  const write = pdfWriter(folder, { milliseconds: 5_000 })
  const ended = write(form, join(folder, '..', 'ended.pdf'), async () => null)
  await ended
  await rm(join(folder, 'form.typ'))
  expect(await write(form, join(folder, '..', 'next.pdf'), async () => null)).toMatchObject({ ok: true })
  expect((await readFile(join(folder, '..', 'next.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
})
