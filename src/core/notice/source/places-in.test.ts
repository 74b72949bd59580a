import { expect, test } from 'vitest'
import { placeInWords } from '../../kernel/source-place.ts'
import { placesIn } from './places-in.ts'

const PAGE = `<p>一、纪律</p>
<table>
<tr><th colspan="2">项目</th><th>扣分</th></tr>
<tr><td rowspan="2">窗口</td><td>着装</td><td>扣1分</td></tr>
<tr><td>挂牌<table><tr><td>内表</td></tr></table>外面</td><td>扣2分</td></tr>
</table>
<p>表后</p>
<tr><td>没有表的行</td></tr>
<table><td>没有行的格</table>`

test.each<[text: string, place: string]>([
  ['一、纪律', '第1行'],
  ['项目', '第3行，表1第1行第1列'],
  ['扣分', '第3行，表1第1行第3列'],
  ['窗口', '第4行，表1第2行第1列'],
  ['着装', '第4行，表1第2行第2列'],
  ['挂牌', '第5行，表1第3行第2列'],
  ['内表', '第5行，表2第1行第1列'],
  ['外面', '第5行，表1第3行第2列'],
  ['扣2分', '第5行，表1第3行第3列'],
  ['表后', '第7行'],
  ['没有表的行', '第8行，表3第1行第1列'],
  ['没有行的格', '第9行，表4第1行第1列'],
])('of a page, %s stands in %s', (text, place) => {
  expect(placeInWords(placesIn(PAGE)(PAGE.indexOf(text)))).toBe(place)
})

test('a text has lines only, whatever ends them', () => {
  const find = placesIn('甲\r\n乙\r丙\n丁')
  expect([0, 3, 5, 7].map((offset) => placeInWords(find(offset)))).toEqual(['第1行', '第2行', '第3行', '第4行'])
})

test('a document says it itself', () => {
  const source = `<article data-form="docx" data-file="a.docx" data-sha256="${'0'.repeat(64)}">\n<p><span data-place="paragraph=8">甲</span></p>`
  expect(placeInWords(placesIn(source)(source.indexOf('甲')))).toBe('第8段')
})
