import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readLayout } from './notice-layout.ts'

interface Gold {
  readonly sections: readonly {
    readonly label: string
    readonly title: string
    readonly points: string | null
    readonly items: readonly string[]
  }[]
  readonly items: readonly { readonly id: string; readonly number: number; readonly text: string }[]
}

const folder = new URL('../../../../notices/qingpu-2021/', import.meta.url)
const source = readFileSync(new URL('notice.txt', folder), 'utf8')
const gold = JSON.parse(readFileSync(new URL('gold.json', folder), 'utf8')) as Gold
const layout = readLayout(source)

test('the notice of 2021 has the sections of the gold reading', () => {
  expect(
    layout.sections.map(({ label, title, points, items }) => ({ label, title, points, items: items.length })),
  ).toEqual(gold.sections.map(({ label, title, points, items }) => ({ label, title, points, items: items.length })))
})

test('its items have the exact wording, without their numbers', () => {
  const items = layout.sections.flatMap((section) => section.items)
  expect(items.map(({ label, text }) => [label, text.text])).toEqual(
    gold.items.map(({ number, text }) => [String(number), text]),
  )
})

test('every item stands in the source where its offsets say', () => {
  for (const { text } of layout.sections.flatMap((section) => section.items))
    expect(source.slice(text.offsets[0], text.offsets[text.text.length])).toBe(text.text)
})

test('the heading keeps the remark that the title leaves out', () => {
  expect(layout.sections[9]?.heading.text).toBe('十、好差评 (投诉处置)')
})

test('the facts of the document are read from its preamble', () => {
  const { title, noticeNumber, year, statedTotal } = layout
  expect({ title, noticeNumber, year, statedTotal }).toEqual({
    title: '青浦区社区事务受理服务中心考核评分细则',
    noticeNumber: '青政务〔2021〕9号',
    year: 2021,
    statedTotal: null,
  })
})

const named = gold.sections.map((section) => ({
  ...section,
  name: `${section.label}、${section.title}`,
  sentences: section.items.flatMap((id) => gold.items.filter((sentence) => sentence.id === id)),
}))
const heading = ({ name, points }: (typeof named)[number]) => (points === null ? name : `${name}（${points}分）`)

test.each([
  [
    'plain text, wrapped at 28 characters',
    named
      .flatMap((section) => [
        heading(section),
        ...section.sentences.map(({ number, text }) => `    ${number}、${text}`.replace(/(.{28})/g, '$1\n')),
      ])
      .join('\n'),
  ],
  [
    'a Markdown table',
    `| 考核内容 | 考核项目 | 得分 |\n|---|---|---|\n${named
      .map((section) => {
        const sentences = section.sentences.map(({ number, text }) => `${number}. ${text}`)
        return `| ${heading(section)} | ${sentences.join('<br>')} | |`
      })
      .join('\n')}`,
  ],
  [
    'the HTML of a word processor',
    `<table><tr><td><p>考核内容</p></td><td><p>考核项目</p></td></tr>${named
      .map((section) => {
        const sentences = section.sentences.map(({ number, text }) => `<p>${number}．${text}</p>`)
        const points = section.points === null ? '' : `<p>（${section.points}分）</p>`
        return `<tr><td><p>${section.name}</p>${points}</td><td>${sentences.join('')}</td></tr>`
      })
      .join('')}</table>`,
  ],
  [
    'a row for each sentence below a merged cell',
    `序号\t考核内容\t分值\t考核项目\n${named
      .map(({ label, title, points, sentences }) =>
        sentences
          .map(({ text }, at) => `${at > 0 ? '\t\t' : `${label}\t${title}\t${points ?? ''}`}\t${text}`)
          .join('\n'),
      )
      .join('\n')}`,
  ],
])('the same notice as %s reads the same', (_form, written) => {
  const { sections } = readLayout(written)
  expect(sections.map(({ label, title, points }) => ({ label, title, points }))).toEqual(
    gold.sections.map(({ label, title, points }) => ({ label, title, points })),
  )
  const items = sections.flatMap((section) => section.items)
  expect(items.map(({ text }) => text.text)).toEqual(gold.items.map(({ text }) => text))
})
