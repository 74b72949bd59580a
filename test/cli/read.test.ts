import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { BIN, runBin } from './run-bin.ts'
import { runHere } from './run-here.ts'

const context = { section: null, sectionPoints: null, itemPoints: null, neighbour: null }
const line = (id: string, text: string) => JSON.stringify({ id, context, text })

test('a case gives its reading on one line', async () => {
  const { code, output } = await runBin(['read'], { input: `${line('a', '违规一件扣1分。')}\n` })
  expect(code).toBe(0)
  expect(
    output
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as unknown),
  ).toEqual([
    {
      id: 'a',
      effects: [expect.objectContaining({ direction: 'deduct', amount: { kind: 'fixed', points: '1' }, per: ['件'] })],
      questions: [],
    },
  ])
})

test.each<[title: string, input: string, ids: string[], code: number, error: string]>([
  ['nothing', '', [], 0, ''],
  ['blank lines', `\n\n${line('a', '扣1分')}\n\n`, ['a'], 0, ''],
  ['no line end at the end', line('a', '扣1分'), ['a'], 0, ''],
  ['CRLF and a byte order mark', `\uFEFF${line('a', '扣1分')}\r\n${line('b', '扣1分')}\r\n`, ['a', 'b'], 0, ''],
  ['a line that breaks off', `${line('a', '扣1分')}\n{"id":\n${line('c', '扣1分')}`, ['a', 'c'], 3, '第 2 行'],
  ['a line without text', `{"id":"a"}\n${line('b', '扣1分')}`, ['b'], 3, '缺少 text'],
  ['a line without an id', `{"text":"扣1分"}`, [], 3, '缺少 id'],
  ['a line that is a list', '[]', [], 3, '不是完整的 JSON 对象'],
  ['a context that is text', '{"id":"a","text":"扣1分","context":"x"}', [], 3, 'context'],
  ['points as a number', '{"id":"a","text":"扣1分","context":{"itemPoints":2}}', [], 3, 'context.itemPoints'],
  ['a case without context', '{"id":"a","text":"扣1分"}', ['a'], 0, ''],
  ['an empty sentence', line('a', ''), ['a'], 0, ''],
])('%s', async (_title, input, ids, code, error) => {
  const ran = await runHere(['read'], { input })
  const read = ran.output.split('\n').filter((text) => text !== '')
  expect(read.map((text) => (JSON.parse(text) as { id: string }).id)).toEqual(ids)
  expect(ran).toMatchObject({ code, error: expect.stringContaining(error) as string })
})

test('an answer comes before the next line is sent', async () => {
  const child = spawn(process.execPath, [BIN, 'read'])
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  for (const id of ['a', 'b']) {
    child.stdin.write(`${line(id, '扣1分')}\n`)
    const { value } = (await answers.next()) as { value: string }
    expect(JSON.parse(value)).toMatchObject({ id })
  }
  child.stdin.end()
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
})
