import { expect, test } from 'vitest'
import { piecesOf } from './marked-sentence.ts'

const clause = (id: string, quote: string) => ({ id, quote })

test.each<[title: string, sentence: string, clauses: { id: string; quote: string }[], pieces: string[]]>([
  ['no clause', 'abc', [], ['abc']],
  ['one that is all of it', 'abc;', [clause('1', 'abc')], ['1:abc', ';']],
  ['two', 'x. ab; cd.', [clause('1', 'ab'), clause('2', 'cd')], ['x. ', '1:ab', '; ', '2:cd', '.']],
  ['the same words twice', 'ab ab', [clause('1', 'ab'), clause('2', 'ab')], ['1:ab', ' ', '2:ab']],
  ['one that it does not hold', 'abc', [clause('1', 'zz'), clause('2', 'c')], ['ab', '2:c']],
])('a sentence with %s', (_title, sentence, clauses, pieces) => {
  const found = piecesOf(sentence, clauses)
  expect(found.map(({ text, clauseId }) => (clauseId === null ? text : `${clauseId}:${text}`))).toEqual(pieces)
  expect(found.map(({ text }) => text).join('')).toBe(sentence)
})
