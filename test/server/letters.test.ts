import { beforeAll, expect, test } from 'vitest'
import { here } from './found-district.ts'
import { serverFixture, type ServerFixture } from './server-fixture.ts'

let server: ServerFixture
beforeAll(async () => {
  server = await serverFixture({ districts: ['d1'], assessments: ['d1'] })
})

const A1 = '/api/v1/assessments/a1'
const NOTICE = `${A1}/findings/notified/notice-document?form=pdf`
const RECTIFICATION = `${A1}/findings/planned/rectification-document?form=docx`
const DECISION = `${A1}/findings/reversed/appeal-decision-document?form=pdf`
const BULLETIN = `${A1}/bulletin-document?form=xlsx`

test.each<[string, string, 'center-east' | 'leader', string]>([
  ['问题告知书', NOTICE, 'center-east', 'pdf'],
  ['整改通知书', RECTIFICATION, 'center-east', 'docx'],
  ['复核决定书', DECISION, 'center-east', 'pdf'],
  ['关于窗口服务2021年度考核情况的通报', BULLETIN, 'leader', 'xlsx'],
])('%s is handed out under its name', async (title, url, who, ending) => {
  const answer = await server.ask(here(who), { method: 'GET', url })
  expect(answer.statusCode).toBe(200)
  const [document = ''] = answer.body.split('\n')
  expect((JSON.parse(document) as { title: readonly string[] }).title.join('')).toBe(title)
  const name = decodeURIComponent(String(answer.headers['content-disposition']).split("UTF-8''")[1] ?? '')
  expect(name).toContain(title)
  expect(name.endsWith(`.${ending}`)).toBe(true)
})

test.each([NOTICE, RECTIFICATION, DECISION, BULLETIN])('%s is for no other center', async (url) => {
  const answer = await server.ask(here('center-west'), { method: 'GET', url })
  expect(answer.statusCode).toBe(403)
})

test.each([
  [`${A1}/findings/reported/notice-document?form=pdf`, 'letter-before-notice'],
  [`${A1}/findings/dismissed/rectification-document?form=pdf`, 'letter-without-rectification'],
  [`${A1}/findings/appealed/appeal-decision-document?form=pdf`, 'letter-before-review'],
])('%s is refused: %s', async (url, code) => {
  const answer = await server.ask(here('assessor'), { method: 'GET', url })
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, code])
})

test('what the office knows stands in the letter, and a field that is blank is none', async () => {
  const said = new URLSearchParams({
    issuer: '样例区政务办',
    number: '样政告〔2021〕3号',
    office: ' ',
    date: '2021-05-24',
  })
  const answer = await server.ask(here('assessor'), { method: 'GET', url: `${NOTICE}&${said.toString()}` })
  expect(JSON.parse(answer.body.split('\n')[0] ?? '')).toMatchObject({
    head: { issuer: '样例区政务办', number: '样政告〔2021〕3号' },
    closing: { office: '〔发文机关署名〕', date: '2021年5月24日' },
  })
})
