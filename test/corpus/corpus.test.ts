import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCase } from '../../src/core/notice/read-case.ts'
import type { CorpusCase } from '../../scripts/corpus/corpus-case.ts'
import { evaluate, rates } from '../../scripts/corpus/evaluate.ts'

const sets = readdirSync('test/corpus').filter((name) => name.endsWith('.jsonl'))

test.each(sets)('%s is read well: effects, questions, nothing invented, nothing wrong in silence', (name) => {
  const lines = readFileSync(`test/corpus/${name}`, 'utf8').split('\n').filter((line) => line.trim() !== '')
  const cases = lines.map((line) => JSON.parse(line) as CorpusCase)
  const result = evaluate(cases, ({ text, context }) =>
    readCase(text, { section: null, sectionPoints: null, itemPoints: null, neighbour: null, ...context }),
  )
  const { required, raised, all, acceptable } = result.questions
  expect(rates(result.effects).f1).toBeGreaterThanOrEqual(0.97)
  expect(raised / required).toBeGreaterThanOrEqual(0.9)
  expect(acceptable / all).toBeGreaterThanOrEqual(0.85)
  expect([result.falseAlarms, result.silent]).toEqual([[], []])
})
