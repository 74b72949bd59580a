import { expect, test } from 'vitest'
import { eventsIn, waitBefore, type StreamEvent } from './event-stream.ts'

const score = { id: '7', name: 'score', data: '{"seq":7}' }

test.each<[title: string, text: string, events: StreamEvent[], rest: string]>([
  ['nothing yet', '', [], ''],
  ['half an event waits', 'id: 7\nevent: score\nda', [], 'id: 7\nevent: score\nda'],
  ['a whole one', 'id: 7\nevent: score\ndata: {"seq":7}\n\n', [score], ''],
  ['one and the beginning of the next', 'id: 7\nevent: score\ndata: {"seq":7}\n\nid: 8\n', [score], 'id: 8\n'],
  ['heartbeats and the time to retry are no events', 'retry: 3000\n\n: \n\n', [], ''],
  ['data over two lines', 'data: a\ndata: b\n\n', [{ id: null, name: 'message', data: 'a\nb' }], ''],
])('%s', (_title, text, events, rest) => {
  expect(eventsIn(text)).toEqual({ events, rest })
})

test('attempts come further and further apart, half a minute at most', () => {
  expect([0, 1, 2, 9].map((attempt) => waitBefore(attempt, 1))).toEqual([1000, 2000, 4000, 30_000])
  expect(waitBefore(0, 0)).toBe(500)
})
