import { expect, test } from 'vitest'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { clickShard, mostOf, openClickShard } from './click-cluster.ts'

/** Connects to nothing: only its place is asked for. */
const shard = () =>
  openClickShard({ urls: ['http://a:1', 'http://b:1', 'http://c:1'], user: '', password: '', database: '' })

const GONE = (place: string) => refusedRecords('shard-unreachable', place, 'ECONNREFUSED')
const BEHIND = (place: string) => refusedRecords('shard-incomplete', place, '应有 2 条，有 1 条')
const WRONG = (place: string) => refusedRecords('shard-refused', place, '62：Syntax error')

test.each<[title: string, answers: Readonly<Record<string, Kept<string>>>, asked: readonly string[], code: string]>([
  ['the first that can answers', { 'a:1': accepted('a') }, ['a:1'], 'a'],
  [
    'one that is gone or behind is passed over',
    { 'a:1': GONE('a:1'), 'b:1': BEHIND('b:1') },
    ['a:1', 'b:1', 'c:1'],
    'c',
  ],
  ['what one refuses, no other is asked', { 'a:1': WRONG('a:1') }, ['a:1'], 'shard-refused'],
  [
    'where none can, that one is behind says more than that others are gone',
    { 'a:1': GONE('a:1'), 'b:1': BEHIND('b:1'), 'c:1': GONE('c:1') },
    ['a:1', 'b:1', 'c:1'],
    'shard-incomplete',
  ],
])('%s', async (_title, answers, asked, said) => {
  const seen: string[] = []
  const answer = await shard().ask(async ({ place }) => {
    seen.push(place)
    return answers[place] ?? accepted(place.slice(0, 1))
  })
  expect(seen).toEqual(asked)
  expect(answer.ok ? answer.value : answer.refusal.code).toBe(said)
  if (said === 'shard-incomplete' && !answer.ok)
    for (const place of asked) expect(answer.refusal.message).toContain(place)
})

test('the one that answered last is asked first', async () => {
  const own = shard()
  await own.ask(async ({ place }) => (place === 'b:1' ? accepted(place) : GONE(place)))
  expect(own.inOrder().map(({ place }) => place)).toEqual(['b:1', 'c:1', 'a:1'])
})

test.each([
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [5, 3],
])('of %i replicas %i must have what is listed', (replicas, most) => {
  const { replicas: all } = shard()
  expect(mostOf(clickShard(Array.from({ length: replicas }, () => all[0] ?? fail())))).toBe(most)
})

function fail(): never {
  throw new Error('no replica')
}
