import { expect, test } from 'vitest'
import { scanHtml } from './html-scan.ts'

/** Text and entities as shown, tags in square brackets. */
function shown(source: string): string {
  return scanHtml(source)
    .map((token) => {
      if (token.kind === 'tag') return `[${token.closing ? '/' : ''}${token.name}]`
      return token.kind === 'entity' ? token.text : source.slice(token.start, token.end)
    })
    .join('')
}

test.each<[what: string, source: string, expected: string]>([
  ['tags in any case, with attributes', '<P class="a">甲</P><BR/>', '[p]甲[/p][br]'],
  ['entities by name and number', '&lt;5&#37;&#x3002;&nbsp;', '<5%。\u00A0'],
  ['what is no entity', 'A&B &unknown; &#xZZ; &', 'A&B &unknown; &#xZZ; &'],
  ['what is no tag', '率<70%，a<b且c>d，<甲>，<foo>', '率<70%，a<b且c>d，<甲>，<foo>'],
  ['comments, doctypes and processing instructions', '<!DOCTYPE html><?xml v?>甲<!-- <p>乙 -->丙', '甲丙'],
  ['a comment that never ends', '甲<!-- 乙', '甲 乙'],
  ['scripts and styles', '甲<script>"<p>"</script><style>p>a{}</style>乙', '甲乙'],
  ['a script that never ends', '甲<script>乙', '甲乙'],
  ['tags of a word processor', '<o:p>甲</o:p>', '[o:p]甲[/o:p]'],
  ['a tag that never ends', '甲<p 乙', '甲<p 乙'],
])('%s', (_what, source, expected) => {
  expect(shown(source)).toBe(expected)
})
