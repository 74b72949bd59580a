import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWord } from '../../src/adapters/documents/outgoing/word/write-word.ts'
import { paragraph } from '../../src/core/document/document-block.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { pdfText, toPdf } from './office-tools.ts'
import { packagePart } from './package-part.ts'
import { samplePictures } from './sample-documents.ts'
import { sampleForm } from './sample-forms.ts'
import { sampleLetter } from './sample-letter.ts'

let folder = ''
let letter: Buffer
let form: Buffer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-word-'))
  letter = await written(sampleLetter, 'letter.docx')
  form = await written(sampleForm(true), 'form.docx')
})
afterAll(() => rm(folder, { recursive: true }))

test('a letter has the page of GB/T 9704: A4, 37 mm above, 28 left, 35 below, 26 right, 22 lines', () => {
  const section = /<w:sectPr>.*<\/w:sectPr>/.exec(packagePart(letter, 'word/document.xml'))?.[0] ?? ''
  expect(section).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
  expect(section).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
  expect(section).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
})

test('a form on its side is A4 turned, on narrow margins and off the grid', () => {
  const section = /<w:sectPr>.*<\/w:sectPr>/.exec(packagePart(form, 'word/document.xml'))?.[0] ?? ''
  expect(section).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
  expect(section).toContain('w:top="1134" w:right="1020" w:bottom="1134" w:left="1020"')
  expect(section).not.toContain('w:type="lines"')
})

test.each<[what: string, style: string, face: string, halfPoints: number]>([
  ['the body is 三号仿宋', 'Body', '仿宋_GB2312', 32],
  ['the title is 二号小标宋', 'DocumentTitle', '方正小标宋简体', 44],
  ['一、 is 黑体', 'Heading1', '黑体', 32],
  ['（一） is 楷体', 'Heading2', '楷体_GB2312', 32],
  ['1. is 仿宋', 'Heading3', '仿宋_GB2312', 32],
  ['（1） is 仿宋', 'Heading4', '仿宋_GB2312', 32],
  ['附件1 is 三号黑体', 'AttachmentMark', '黑体', 32],
  ['版记 is 四号仿宋', 'Colophon', '仿宋_GB2312', 28],
  ['the page number is 四号宋体', 'PageNumber', '宋体', 28],
])('in a letter %s', (_what, style, face, halfPoints) => {
  const look = styleOf(letter, style)
  expect(look).toContain(`w:eastAsia="${face}"`)
  expect(look).toContain(`<w:sz w:val="${halfPoints}"/>`)
})

test('a paragraph begins two signs in, is even on both sides, and its lines are 28.95 points apart', () => {
  const look = styleOf(letter, 'Body')
  expect(look).toContain('w:firstLineChars="200"')
  expect(look).toContain('<w:jc w:val="both"/>')
  expect(look).toContain('w:line="579" w:lineRule="exact"')
})

test.each(['Heading1', 'Heading2', 'Heading3', 'Heading4', 'TableCaption', 'AttachmentTitle'])(
  '%s stays with what comes next',
  (style) => {
    expect(styleOf(letter, style)).toContain('<w:keepNext/>')
  },
)

test('the number of a page stands between dashes, right on odd pages and left on even ones, one sign in', () => {
  const [odd, even] = [packagePart(letter, 'word/footer1.xml'), packagePart(letter, 'word/footer2.xml')]
  expect(odd).toContain('<w:ind w:right="280"/><w:jc w:val="right"/>')
  expect(even).toContain('<w:ind w:left="280"/><w:jc w:val="left"/>')
  for (const footer of [odd, even]) expect(footer).toMatch(/\u2014 <.*PAGE.*> \u2014/u)
  expect(packagePart(letter, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  expect(packagePart(form, 'word/settings.xml')).not.toContain('<w:evenAndOddHeaders/>')
  expect(packagePart(form, 'word/footer1.xml')).toContain('<w:jc w:val="center"/>')
})

test('a page that is full of text has 22 lines of 28 signs', async () => {
  const text = '考核评分细则由区政务服务办公室负责解释自印发之日起施行'.repeat(60)
  await written({ ...sampleLetter, head: null, blocks: [paragraph(text)], closing: null }, 'full.docx')
  const [, second = ''] = (await pdfText(await toPdf(join(folder, 'full.docx')))).split('\f')
  const lines = second.split('\n').filter((line) => line !== '' && !line.includes('\u2014'))
  expect(lines.map((line) => line.length)).toEqual(Array.from({ length: 22 }, () => 28))
})

test('the red head, its rule and the number are red, red and black', () => {
  const body = packagePart(letter, 'word/document.xml')
  expect(body).toMatch(/<w:color w:val="FF0000"\/>.*?云汀区政务服务办公室文件/u)
  expect(body).toContain('<w:bottom w:val="single" w:color="FF0000" w:sz="18" w:space="11"/>')
})

test('an official table has 1.5 points above and below, a full grid and a head on every page', () => {
  const body = packagePart(form, 'word/document.xml')
  const borders = /<w:tblBorders>(.*?)<\/w:tblBorders>/gu
  const official = [...body.matchAll(borders)].map(([, inner]) => inner ?? '').find((inner) => inner.includes('"12"'))
  expect([...(official ?? '').matchAll(/<w:(\w+) [^>]*w:sz="(\d+)"/gu)].map(([, side, size]) => [side, size])).toEqual([
    ['top', '12'],
    ['left', '4'],
    ['bottom', '12'],
    ['right', '4'],
    ['insideH', '4'],
    ['insideV', '4'],
  ])
  expect(body).toContain('<w:tblHeader/>')
})

test('fonts that an office may lack have others named for them', () => {
  const table = packagePart(letter, 'word/fontTable.xml')
  expect(table).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,方正仿宋_GBK,Noto Serif CJK SC"/>')
})

async function written(document: OfficialDocument, name: string): Promise<Buffer> {
  const path = join(folder, name)
  expect(await writeWord(document, path, samplePictures)).toMatchObject({ ok: true })
  return readFile(path)
}

function styleOf(file: Buffer, id: string): string {
  const found = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'u').exec(
    packagePart(file, 'word/styles.xml'),
  )
  return found?.[0] ?? ''
}
