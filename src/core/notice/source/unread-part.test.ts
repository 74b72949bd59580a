import { expect, test } from 'vitest'
import { unreadInWords, type UnreadPart } from './unread-part.ts'

const picture = (page: number | null): UnreadPart => ({ what: 'picture', page })
const SAID = '，图片里的文字没有读出；图片里有条文或表格的，请补录。'

test.each<[given: string, parts: readonly UnreadPart[], said: readonly string[]]>([
  ['nothing that was not read', [], []],
  ['a picture on a page', [picture(3)], [`第3页有图片${SAID}`]],
  [
    'pictures on several pages, each once, in order',
    [picture(5), picture(3), picture(5)],
    [`第3页、第5页有图片${SAID}`],
  ],
  ['a form without pages', [picture(null), picture(null)], [`文中有图片2幅${SAID}`]],
  [
    'more pages than anybody reads',
    Array.from({ length: 12 }, (_, at) => picture(at + 1)),
    [`第1页、第2页、第3页、第4页、第5页、第6页、第7页、第8页、第9页、第10页等12页有图片${SAID}`],
  ],
  [
    'another document beside a picture',
    [{ what: 'document', page: null }, picture(1)],
    [`第1页有图片${SAID}`, '文中插入了另外1份文件，里面的文字没有读出；请在 Word 中打开并另存一份，再读入那一份。'],
  ],
])('%s', (_given, parts, said) => {
  expect(unreadInWords(parts)).toEqual(said)
})
