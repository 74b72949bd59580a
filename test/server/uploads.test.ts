import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { a1 } from './found-assessment.ts'
import { abroad, here, type Who } from './found-district.ts'
import { serverFixture, type ServerFixture } from './server-fixture.ts'

const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#c00' } })
  .jpeg()
  .toBuffer()
const digest = createHash('sha256').update(photo).digest('hex')
const uploadId = 'upload-0001'
const declared = { uploadId, name: '窗口.jpg', bytes: photo.length, digest }

const begin = async ({ ask }: ServerFixture, who: Who, payload: object = declared) =>
  ask(who, { method: 'POST', url: '/api/v1/uploads', payload })
const append = async ({ ask }: ServerFixture, who: Who, offset: number, payload: Buffer) =>
  ask(who, {
    method: 'PATCH',
    url: `/api/v1/uploads/${uploadId}?offset=${offset}`,
    payload,
    headers: { 'content-type': 'application/octet-stream' },
  })
const finish = async ({ ask }: ServerFixture, who: Who) =>
  ask(who, { method: 'POST', url: `/api/v1/uploads/${uploadId}/finish` })

async function uploaded(house: ServerFixture, who: Who) {
  await begin(house, who)
  await append(house, who, 0, photo)
  return finish(house, who)
}

test('an upload goes on where it stands, and is sealed once', async () => {
  const house = await serverFixture()
  const inspector = here('inspector')
  expect((await begin(house, inspector)).json()).toEqual({ uploadId, bytes: photo.length, offset: 0, file: null })
  expect((await append(house, inspector, 0, photo.subarray(0, 100))).json()).toMatchObject({ offset: 100 })
  const wrong = await append(house, inspector, 0, photo)
  expect(wrong.json()).toMatchObject({ status: 409, code: 'upload-offset-wrong', offset: 100 })
  expect((await finish(house, inspector)).json()).toMatchObject({ code: 'upload-incomplete', offset: 100 })
  expect((await append(house, inspector, 100, photo.subarray(100))).json()).toMatchObject({ offset: photo.length })
  const file = { digest, bytes: photo.length, kind: 'jpg' }
  expect((await finish(house, inspector)).json()).toMatchObject({ file })
  expect((await finish(house, inspector)).json()).toMatchObject({ file })
  expect((await begin(house, inspector)).json()).toMatchObject({ offset: photo.length, file })
})

test('an upload is its owner’s', async () => {
  const house = await serverFixture()
  await begin(house, here('inspector'))
  for (const who of [here('assessor'), abroad('inspector')])
    expect((await house.ask(who, { url: `/api/v1/uploads/${uploadId}` })).json()).toMatchObject({
      code: 'upload-unknown',
    })
  expect((await begin(house, here('leader'))).statusCode).toBe(403)
})

test('what is not what it says is refused', async () => {
  const house = await serverFixture()
  const script = Buffer.from('<script>alert(1)</script>')
  await begin(house, here('inspector'), { ...declared, bytes: script.length, digest: null })
  await append(house, here('inspector'), 0, script)
  expect((await finish(house, here('inspector'))).json()).toMatchObject({ status: 415, code: 'file-type-refused' })
})

test('an original is read by those whose case it is, whole or in part, and that is written down', async () => {
  const house = await serverFixture()
  await uploaded(house, here('center-east'))
  const evidence = [{ digest, caption: '照片', claims: null }]
  const reply = { method: 'POST', url: `/api/v1/assessments/${a1}/findings/notified/contest` } as const
  const contested = await house.ask(here('center-east'), { ...reply, payload: { statement: '在岗', evidence } })
  expect(contested.statusCode).toBe(200)

  const url = `/api/v1/assessments/${a1}/evidence/${digest}`
  const whole = await house.ask(here('center-east'), { url })
  expect([whole.statusCode, whole.headers['content-type']]).toEqual([200, 'image/jpeg'])
  expect(whole.rawPayload.equals(photo)).toBe(true)
  expect(whole.headers['content-disposition']).toMatch(/^attachment/)
  const part = await house.ask(here('assessor'), { url, headers: { range: 'bytes=10-19' } })
  expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes 10-19/${photo.length}`])
  expect(part.rawPayload.equals(photo.subarray(10, 20))).toBe(true)
  expect((await house.ask(here('center-west'), { url })).statusCode).toBe(403)
  expect((await house.ask(abroad('assessor'), { url })).statusCode).toBe(404)
  expect(await house.told('d1')).toEqual([
    'evidence.read done',
    'evidence.read done',
    'evidence.read refused not-permitted',
  ])
})

test('a photo is shown small to those who may read it, and that is written down too', async () => {
  const house = await serverFixture()
  await uploaded(house, here('center-east'))
  const evidence = [{ digest, caption: '照片', claims: null }]
  const reply = { method: 'POST', url: `/api/v1/assessments/${a1}/findings/notified/contest` } as const
  await house.ask(here('center-east'), { ...reply, payload: { statement: '在岗', evidence } })

  const url = `/api/v1/assessments/${a1}/evidence/${digest}/small`
  const small = await house.ask(here('center-east'), { url })
  expect([small.statusCode, small.headers['content-type']]).toEqual([200, 'image/jpeg'])
  expect([...small.rawPayload.subarray(0, 2)]).toEqual([0xff, 0xd8])
  expect((await house.ask(here('center-west'), { url })).statusCode).toBe(403)
  expect((await house.ask(abroad('assessor'), { url })).statusCode).toBe(404)
  expect(await house.told('d1')).toEqual(['evidence.read done', 'evidence.read refused not-permitted'])
})

test('a published copy is made once for one key', async () => {
  const house = await serverFixture()
  await uploaded(house, here('assessor'))
  const publish = async () =>
    house.ask(here('assessor'), {
      method: 'POST',
      url: `/api/v1/evidence/${digest}/published-copy`,
      payload: { uploadId: 'copy-0001', blurred: [{ left: 0, top: 0, width: 500, height: 500 }] },
      headers: { 'idempotency-key': 'publish-0001' },
    })
  const first = await publish()
  expect(first.json()).toMatchObject({ original: { digest }, published: { kind: 'jpg' } })
  expect((await publish()).json()).toEqual(first.json())
})
