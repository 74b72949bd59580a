import sharp from 'sharp'
import { expect, test } from 'vitest'
import { smallCopy } from './small-copy.ts'

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s becomes a small JPEG without what the camera wrote',
  async (format) => {
    const copy = await small(await photo(4000, 3000).keepMetadata().toFormat(format).toBuffer())
    const { width, height, exif, ...facts } = await sharp(copy).metadata()
    expect([facts.format, width, height, exif]).toEqual(['jpeg', 480, 360, undefined])
    expect(copy.length).toBeLessThan(40_000)
  },
)

test('a photo taken with the phone on end stands up', async () => {
  const copy = await small(await photo(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer())
  expect(await sharp(copy).metadata()).toMatchObject({ width: 300, height: 400 })
})

test('a picture smaller than a thumbnail is not blown up', async () => {
  expect(await sharp(await small(await photo(90, 60).png().toBuffer())).metadata()).toMatchObject({ width: 90 })
})

test.each<[string, Buffer, string]>([
  ['a HEIC', Buffer.from('0000001c667479706865696300000000', 'hex'), 'image-undecodable'],
  ['words', Buffer.from('not a picture'), 'image-undecodable'],
])('%s is refused', async (_what, content, code) => {
  expect(await smallCopy(content, 'heic')).toMatchObject({ ok: false, refusal: { code } })
})

async function small(content: Uint8Array): Promise<Uint8Array> {
  const copy = await smallCopy(content, 'jpg')
  if (!copy.ok) throw new Error(copy.refusal.code)
  return copy.value
}

function photo(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#88aacc' } }).withExif({ IFD0: { Make: 'HUAWEI' } })
}
