import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { smtpMailer } from './smtp-mailer.ts'

const mail = {
  mailId: 'abc@kaohe.example.cn',
  to: 'a@example.cn',
  subject: '【考核】一件\r\nBcc: b@example.cn',
  text: '请查看',
}
const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** A mail server on loopback that keeps what it took; `refuse` answers a recipient with that code. */
async function mailServer(refuse: number | null, login: boolean) {
  const taken: string[] = []
  const recipients: string[] = []
  const server = new SMTPServer({
    disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, callback) =>
      callback(password === 'right' ? null : new Error('535 no'), { user: username }),
    onRcptTo: ({ address }, _session, callback) => {
      recipients.push(address)
      callback(refuse === null ? null : Object.assign(new Error('no such box'), { responseCode: refuse }))
    },
    onData: (stream, _session, callback) => {
      let text = ''
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => (text += part))
      stream.on('end', () => {
        taken.push(text)
        callback()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const { port } = server.server.address() as AddressInfo
  return { taken, recipients, port }
}

function mailer(port: number, rest: Partial<Parameters<typeof smtpMailer>[0]> = {}) {
  const made = smtpMailer({
    host: '127.0.0.1',
    port,
    security: 'none',
    login: null,
    from: 'kaohe@example.cn',
    timeoutMs: 500,
    ...rest,
  })
  closing.push(made.close)
  return made
}

test('a mail arrives with its own id, to its one receiver, whatever its subject tries', async () => {
  const { taken, recipients, port } = await mailServer(null, false)
  expect(await mailer(port).send(mail)).toEqual({ ok: true })
  expect(recipients).toEqual(['a@example.cn'])
  expect(taken[0]).toContain('Message-ID: <abc@kaohe.example.cn>')
  expect(taken[0]).not.toMatch(/^Bcc:/mu)
})

test.each([
  [550, true],
  [451, false],
])('a recipient refused with %i is final: %s', async (code, isFinal) => {
  const { port } = await mailServer(code, false)
  const sending = await mailer(port).send(mail)
  expect(sending).toMatchObject({ ok: false, isFinal })
  expect(JSON.stringify(sending)).not.toContain('example.cn')
})

test.each([
  ['a wrong password', { login: { user: 'u', password: 'wrong' } }],
  ['a server that does not encrypt', { security: 'starttls' as const }],
])('%s is told and may pass', async (_title, rest) => {
  const { port } = await mailServer(null, true)
  expect(await mailer(port, rest).send(mail)).toMatchObject({ ok: false, isFinal: false })
})

test('the right password is taken', async () => {
  const { port } = await mailServer(null, true)
  expect(await mailer(port, { login: { user: 'u', password: 'right' } }).send(mail)).toEqual({ ok: true })
})

test('nobody there is told and may pass', async () => {
  const { port } = await mailServer(null, false)
  closing.splice(0).forEach((close) => close())
  expect(await mailer(port).send(mail)).toMatchObject({
    ok: false,
    isFinal: false,
    error: expect.stringContaining('smtp') as string,
  })
})
