import { expect, test } from 'vitest'
import { lostInSections } from './lost-in-sections.ts'

const line = (effect: number) => ({ effect })
const section = (sectionId: string, effects: readonly number[]) => ({
  sectionId,
  maxPoints: 2000,
  score: 2000,
  lines: effects.map(line),
})
const explained = (sectionId: string, sentences: readonly string[]) => ({
  sectionId,
  label: sectionId,
  title: 'title',
  sentence: '',
  adjustments: [],
  lines: sentences.map((sentence) => ({ sentence, quote: '' })),
})

test.each<
  [
    given: string,
    effects: readonly number[],
    sentences: readonly string[],
    lost: readonly (readonly [number, string])[],
  ]
>([
  [
    'the greatest loss first, each with its own sentence',
    [-50, 0, -100],
    ['a', 'b', 'c'],
    [
      [-100, 'c'],
      [-50, 'a'],
    ],
  ],
  ['gains are no losses', [100, -50], ['a', 'b'], [[-50, 'b']]],
  ['a line without a sentence stays', [-50], [], [[-50, '']]],
])('%s', (_given, effects, sentences, lost) => {
  const answer = { sheet: { sections: [section('1', effects)] }, sections: [explained('1', sentences)] }
  const [first] = lostInSections(answer as never)
  expect(first?.lines.map(({ line, sentence }) => [line.effect, sentence])).toEqual(lost)
})

test('a section without losses is left out', () => {
  const answer = { sheet: { sections: [section('1', [0]), section('2', [-50])] }, sections: [] }
  expect(lostInSections(answer as never).map(({ sectionId }) => sectionId)).toEqual(['2'])
})
