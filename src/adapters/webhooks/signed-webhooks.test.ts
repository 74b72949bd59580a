import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { setClock } from '../clock/set-clock.ts'
import { isCallable, signedWebhooks, webhookSignature } from './signed-webhooks.ts'

const clock = setClock(timestamp('2021-05-24T09:00:00+08:00'))
const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

async function receiver(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const heard: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      answer(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

const sender = signedWebhooks({ secret: '密钥', timeoutMs: 300, clock })
const body = '{"text":"请查看"}'

test('a call carries its id and a signature that its receiver can compute', async () => {
  const { heard, url } = await receiver((_request, response) => response.writeHead(204).end())
  expect(await sender.send({ url, eventId: 'e1', body })).toEqual({ ok: true })
  const seconds = Date.parse('2021-05-24T09:00:00+08:00') / 1_000
  expect(heard[0]).toMatchObject({
    body,
    headers: {
      'mingheng-event-id': 'e1',
      'mingheng-signature': `t=${seconds},v1=${webhookSignature('密钥', seconds, body)}`,
    },
  })
})

test.each<[string, (request: IncomingMessage, response: ServerResponse) => void, string]>([
  ['a broken receiver', (_request, response) => response.writeHead(500).end(), 'webhook answered 500'],
  [
    'one that sends elsewhere',
    (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    'webhook answered 302',
  ],
  ['one that never answers', () => undefined, 'webhook TimeoutError'],
  ['one that hangs up', (request) => request.socket.destroy(), 'webhook TypeError'],
])('%s is told and may pass', async (_title, answer, error) => {
  const { url } = await receiver(answer)
  expect(await sender.send({ url, eventId: 'e1', body })).toEqual({
    ok: false,
    isFinal: false,
    error: expect.stringContaining(error) as string,
  })
})

test.each([
  ['https://hooks.example.cn/a', true],
  ['http://127.0.0.1:8080/a', true],
  ['http://hooks.example.cn/a', false],
  ['http://127.0.0.1.example.cn/a', false],
  ['file:///etc/passwd', false],
  ['no address', false],
])('%s can be called: %s', async (url, expected) => {
  expect(isCallable(url)).toBe(expected)
  if (!expected) expect(await sender.send({ url, eventId: 'e1', body })).toMatchObject({ ok: false, isFinal: true })
})
