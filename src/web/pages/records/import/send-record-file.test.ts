import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Told } from '../../../client/call.ts'
import { unreachable, type Problem } from '../../../client/problem.ts'
import { sendRecordFile, type SendingPorts, type SendingStage } from './send-record-file.ts'

const CONTENT = new Uint8Array(1_500_000).map((_, place) => place * 7)
const DIGEST = createHash('sha256').update(CONTENT).digest('hex')
const refusal = (code: string): Problem => ({ ...unreachable(), status: 422, code })

/** A server that keeps what arrives; each piece goes the way that `fates` says, and well when they are used up. */
function server(fates: readonly ('well' | 'lost' | 'half')[]) {
  const left = [...fates]
  const stages: SendingStage[] = []
  let kept = new Uint8Array()
  let pauses = 0
  const answered = (digest: string | null): Told<'beginRecordFile'> => ({
    ok: true,
    seen: null,
    value: { fileId: 'f', fileName: 'n', bytes: CONTENT.length, offset: kept.length, digest: digest as never },
  })
  const ports: SendingPorts = {
    begin: async ({ digest, bytes }) => {
      expect([digest, bytes]).toEqual([DIGEST, CONTENT.length])
      return answered(null)
    },
    append: async (offset, piece) => {
      if (offset !== kept.length) return { ok: false, problem: refusal('upload-offset-wrong') }
      const fate = left.shift() ?? 'well'
      const bytes = new Uint8Array(await piece.arrayBuffer())
      const arrived = fate === 'well' ? bytes : bytes.subarray(0, fate === 'half' ? bytes.length / 2 : 0)
      kept = new Uint8Array([...kept, ...arrived])
      return fate === 'well' ? answered(null) : { ok: false, problem: unreachable() }
    },
    finish: async () => answered(createHash('sha256').update(kept).digest('hex')),
    now: () => 0,
    pause: async () => {
      pauses += 1
    },
    onStage: (stage) => stages.push(stage),
    signal: new AbortController().signal,
  }
  return { ports, stages, pausesTaken: () => pauses }
}

test.each<[given: string, fates: readonly ('well' | 'lost' | 'half')[], pauses: number]>([
  ['a line that holds', [], 0],
  ['a line that fails twice', ['lost', 'lost'], 2],
  ['a line that breaks within a piece', ['well', 'half'], 1],
])('over %s the server has the file, byte for byte', async (_given, fates, pauses) => {
  const { ports, stages, pausesTaken } = server(fates)
  const sent = await sendRecordFile(new Blob([CONTENT]), 'a.csv', ports)
  expect(sent).toMatchObject({ ok: true, value: { digest: DIGEST } })
  expect(pausesTaken()).toBe(pauses)
  expect(stages[0]).toEqual({ stage: 'digesting', done: 0 })
  expect(stages.at(-1)).toEqual({ stage: 'sending', done: CONTENT.length })
})

test('what the server refuses for good ends the upload and is told', async () => {
  const { ports } = server([])
  const sent = await sendRecordFile(new Blob([CONTENT]), 'a.csv', {
    ...ports,
    begin: async () => ({ ok: false, problem: refusal('file-too-large') }),
  })
  expect(sent).toMatchObject({ ok: false, problem: { code: 'file-too-large' } })
})

test('a person who stops it stops it', async () => {
  const { ports } = server(['lost'])
  const stop = new AbortController()
  const pause = async () => stop.abort()
  const sending = sendRecordFile(new Blob([CONTENT]), 'a.csv', { ...ports, pause, signal: stop.signal })
  await expect(sending).rejects.toThrow()
})
