import { expect, test } from 'vitest'
import { excerptOf, markedExtent, markedHead } from './marked-source.ts'

const sha256 = 'a'.repeat(64)
const source = [
  `<article data-form="pdf" data-file="通知 &quot;一&quot;.pdf" data-sha256="${sha256}">`,
  '<p><span data-place="page=1 line=1">细则</span></p>',
  '<table>',
  '<tr><td data-place="page=2 table=1 row=1 column=1"><p><span data-place="page=2 line=3">没有到岗，</span><span data-place="page=2 line=4">查实一例扣1分&amp;</span></p></td></tr>',
  '</table>',
  '</article>',
  '',
].join('\n')

test('a document says at its head which file it was', () => {
  expect(markedHead(source)).toEqual({ form: 'pdf', fileName: '通知 "一".pdf', sha256 })
})

test.each<[title: string, text: string]>([
  ['text', '一、服务（5分）'],
  ['a page', '<article><p>服务</p></article>'],
  ['a head of another form', source.replace('"pdf"', '"odt"')],
  ['a head with half a digest', source.replace(sha256, 'ab')],
])('%s has no head', (_title, text) => {
  expect(markedHead(text)).toBeNull()
})

test('pages and tables are counted by their marks, sheets where there are sheets', () => {
  expect(markedExtent(source)).toEqual({ pages: 2, tables: 1, sheets: null })
  expect(markedExtent('<td data-place="sheet=a cell=A1"><td data-place="sheet=b cell=A1">')).toMatchObject({
    sheets: 2,
  })
})

test('a place in a document is shown in its cell, without marks', () => {
  const at = source.indexOf('到岗')
  const end = source.indexOf('扣1分') + 3
  const { text, span } = excerptOf(source, { start: at, end })
  expect(text).toBe('没有到岗，查实一例扣1分&')
  expect(text.slice(span.start, span.end)).toBe('到岗，查实一例扣1分')
})

test('a text without marks is its own excerpt', () => {
  expect(excerptOf('一二三', { start: 1, end: 2 })).toEqual({ text: '一二三', span: { start: 1, end: 2 } })
})
