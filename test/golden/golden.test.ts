import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toCorpusLines } from '../../src/core/notice/corpus-format.ts'
import { checkRubric } from '../../src/core/rubric/check-rubric.ts'
import type { CorpusCase, GoldEffect, Prediction } from '../../scripts/corpus/corpus-case.ts'
import { evaluate, rates } from '../../scripts/corpus/evaluate.ts'
import { goldenNotices } from './golden-notices.ts'

const notices = goldenNotices()

test.each(notices)('$name compiles to its committed rubric', ({ folder, compiled }) => {
  expect(compiled).toEqual(JSON.parse(readFileSync(`${folder}/rubric.json`, 'utf8')))
})

test.each(notices)(
  '$name keeps every invariant of a rubric, quotes at their spans included',
  ({ compiled, source }) => {
    expect(checkRubric(compiled, source)).toEqual([])
  },
)

interface GoldNotice {
  readonly sections: readonly { readonly title: string; readonly points: string | null }[]
  readonly items: readonly { readonly id: string; readonly text: string; readonly effects: readonly GoldEffect[] }[]
  readonly questions: readonly { readonly item: string | null; readonly code: string }[]
}

describe('the notice of 2021 against its labelled reading', () => {
  const notice = notices.find(({ name }) => name === 'qingpu-2021')
  if (!notice) throw new Error('notices/qingpu-2021 is missing')
  const gold = JSON.parse(readFileSync(`${notice.folder}/gold.json`, 'utf8')) as GoldNotice
  const lines = toCorpusLines(notice.compiled).map((line) => JSON.parse(line) as Prediction & { readonly id: string })
  const cases = gold.items.map((item): CorpusCase => ({
    ...item,
    form: 'notice',
    context: {},
    questions: codes(gold, item.id),
  }))
  const whole: CorpusCase = {
    id: 'doc',
    form: 'document',
    context: {},
    text: '',
    effects: [],
    questions: codes(gold, null),
  }
  const result = evaluate(
    [...cases, whole],
    ({ id }) => lines.find((line) => line.id === id) ?? { effects: [], questions: [] },
  )

  test('all 42 items and 51 effects, and nothing else', () => {
    expect([result.cases, result.effects]).toEqual([43, { matched: 51, gold: 51, predicted: 51 }])
    expect(rates(result.effects).f1).toBe(1)
  })

  test('all 15 questions, and no other', () => {
    expect(result.questions).toEqual({ required: 15, raised: 15, all: 15, acceptable: 15 })
  })

  test('the wording of every item and the points of every section', () => {
    const criteria = notice.compiled.sections.flatMap((section) => section.criteria)
    expect(criteria.map(({ text }) => text)).toEqual(gold.items.map(({ text }) => text))
    const sections = gold.sections.map(({ title, points }) => ({ title, points }))
    expect(lines.find((line) => line.id === 'sections')).toMatchObject({ sections })
  })
})

function codes(gold: GoldNotice, item: string | null): string[] {
  return gold.questions.filter((question) => question.item === item).map(({ code }) => code)
}
