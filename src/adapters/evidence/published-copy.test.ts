import * as fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { BlurredArea } from '../../app/ports/image-publisher.ts'
import { blurArea } from './blur-area.ts'
import { sharpPublisher } from './published-copy.ts'

const { publish, claimsOf } = sharpPublisher()
const WHOLE: BlurredArea = { left: 0, top: 0, width: 1000, height: 1000 }

test.each(['jpeg', 'png', 'webp'] as const)(
  'the published copy of a %s carries nothing but the picture',
  async (format) => {
    const original = await photo().keepMetadata().toFormat(format).toBuffer()
    const { exif, icc, xmp } = await sharp(original).metadata()
    expect([exif, icc, xmp].every((part) => part !== undefined)).toBe(true)
    const copy = await published(original)
    const facts = await sharp(copy).metadata()
    expect(facts).toMatchObject({ format: 'jpeg', width: 120, height: 90, space: 'srgb' })
    for (const part of ['exif', 'icc', 'xmp', 'iptc', 'comments', 'orientation', 'tifftagPhotoshop'] as const)
      expect(facts[part]).toBeUndefined()
    expect(markersOf(copy).filter((marker) => (marker > 0xe0 && marker <= 0xef) || marker === 0xfe)).toEqual([])
    for (const word of ['HUAWEI', '2021:10:25', 'Exif', 'adobe', 'ICC_PROFILE', 'GPS'])
      expect(Buffer.from(copy).includes(word)).toBe(false)
  },
)

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a photo held as orientation %i is upright in the copy', async (orientation) => {
  const upright = await sharp(await halves())
    .raw()
    .toBuffer({ resolveWithObject: true })
  const copy = await published(await turned(orientation))
  const { data, info } = await sharp(copy).raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([upright.info.width, upright.info.height])
  for (const [x, y] of [
    [4, 4],
    [35, 4],
    [4, 25],
  ] as const) {
    const at = (y * info.width + x) * 3
    for (let channel = 0; channel < 3; channel++)
      expect(Math.abs((data[at + channel] ?? 0) - (upright.data[at + channel] ?? 0))).toBeLessThan(40)
  }
})

test('what was under a blurred area cannot be told: different faces give the same bytes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 9, max: 30 }), (seed, side) => {
      const area = { left: 250, top: 250, width: 500, height: 500 }
      const box = { left: Math.floor(side / 4), right: Math.ceil((side * 3) / 4) }
      const image = {
        width: side,
        height: side,
        pixels: Uint8Array.from({ length: side * side * 3 }, (_, n) => (n * 31 + seed) % 251),
      }
      // A face is moved about within each ninth of the area: its averages stay, everything else changes.
      const shuffled = { ...image, pixels: reversedWithinCells(image.pixels, side, box) }
      blurArea(image, area)
      blurArea(shuffled, area)
      expect(shuffled.pixels).toEqual(image.pixels)
    }),
  )
})

test('a blurred area holds few colors and what is around it stays', async () => {
  const noise = Buffer.from(Uint8Array.from({ length: 300 * 300 * 3 }, (_, n) => (n * 7919 + (n >> 3) * 104_729) % 256))
  const original = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
    .png()
    .toBuffer()
  const copy = await published(original, [{ left: 333, top: 333, width: 334, height: 334 }])
  const deviation = async (left: number) => {
    const part = await sharp(copy).extract({ left, top: 120, width: 60, height: 60 }).png().toBuffer()
    return (await sharp(part).stats()).channels[0]?.stdev ?? 0
  }
  expect(await deviation(120)).toBeLessThan(16)
  expect(await deviation(10)).toBeGreaterThan(30)
})

test.each<[string, BlurredArea]>([
  ['one pixel wide', { left: 999, top: 999, width: 1, height: 1 }],
  ['the whole photo', WHOLE],
  ['a line', { left: 0, top: 500, width: 1000, height: 1 }],
])('an area of %s is blurred', async (_area, area) => {
  expect((await publish(await photo().jpeg().toBuffer(), 'jpg', [area])).ok).toBe(true)
})

test.each<[string, Partial<BlurredArea>]>([
  ['before the left edge', { left: -1 }],
  ['behind the right edge', { left: 1 }],
  ['below the bottom', { top: 500, height: 501 }],
  ['without width', { width: 0 }],
  ['of half a thousandth', { width: 0.5 }],
  ['that is no number', { top: Number.NaN }],
])('an area %s is refused by its number', async (_area, change) => {
  const answer = await publish(await photo().jpeg().toBuffer(), 'jpg', [WHOLE, { ...WHOLE, ...change }])
  expect(answer).toMatchObject({ ok: false, refusal: { fault: { code: 'blurred-area-wrong', index: 1 } } })
})

test('more areas than anybody draws are refused', async () => {
  const areas = Array.from({ length: 201 }, () => WHOLE)
  expect(await publish(new Uint8Array(1), 'jpg', areas)).toMatchObject({ refusal: { code: 'blurred-areas-too-many' } })
})

test.each<[string, () => Promise<Buffer>, string]>([
  ['a HEIC', async () => Buffer.from('0000001c667479706865696300000000', 'hex'), 'image-undecodable'],
  ['half a JPEG', async () => (await photo().jpeg().toBuffer()).subarray(0, 900), 'image-undecodable'],
  ['a photo of 900 megapixels', async () => pngHeader(30_000, 30_000), 'image-too-many-pixels'],
])('%s is refused and nothing is made of it', async (_what, content, code) => {
  expect(await publish(await content(), 'heic', [])).toMatchObject({ ok: false, refusal: { code } })
})

test('a large photo becomes one that a screen can show', async () => {
  const original = await sharp({ create: { width: 6000, height: 3000, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer()
  expect(await sharp(await published(original)).metadata()).toMatchObject({ width: 4096, height: 2048 })
})

test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
  'a %s says when, where and by what it was taken',
  async (format) => {
    const original = await photo().keepMetadata().toFormat(format).toBuffer()
    // An AVIF is laid out as a HEIC is; only the codec and the brand differ.
    if (format === 'avif') original.write('heic', 8)
    expect(claimsOf(original)).toEqual({
      takenAt: '2021-10-25T09:30:00',
      offset: '+08:00',
      latitude: '31.153428',
      longitude: '-121.122778',
      make: 'HUAWEI',
      model: 'P50',
    })
  },
)

test('what a photo says is cut to text that can be kept', async () => {
  const original = await sharp(await halves())
    .withExif({ IFD0: { Make: `A\u0007\u202eB${'x'.repeat(500)}` }, IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } })
    .jpeg()
    .toBuffer()
  const claims = claimsOf(original)
  expect(claims.make).toMatch(/^AB?x+$|^A.*x+$/u)
  expect(claims.make?.length).toBeLessThanOrEqual(100)
  expect(claims).toMatchObject({ takenAt: null, latitude: null })
})

test('a photo that says nothing, or is none, claims nothing', async () => {
  const silent = await sharp(await halves())
    .jpeg()
    .toBuffer()
  for (const content of [silent, new Uint8Array(0), Buffer.from('not a photo'), silent.subarray(0, 10)])
    expect(new Set(Object.values(claimsOf(content)))).toEqual(new Set([null]))
})

async function published(content: Uint8Array, areas: readonly BlurredArea[] = []): Promise<Uint8Array> {
  const copy = await publish(content, 'jpg', areas)
  if (!copy.ok) throw new Error(copy.refusal.code)
  return copy.value
}

function photo() {
  return sharp({ create: { width: 120, height: 90, channels: 3, background: '#88aacc' } })
    .withIccProfile('p3')
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
    )
    .withExif({
      IFD0: { Make: 'HUAWEI', Model: 'P50' },
      IFD2: { DateTimeOriginal: '2021:10:25 09:30:00', OffsetTimeOriginal: '+08:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 9/1 1234/100',
        GPSLongitudeRef: 'W',
        GPSLongitude: '121/1 7/1 2200/100',
      },
    })
}

/** Red on the left, blue on the right, green along the bottom left: every turn of it looks different. */
function halves(): Promise<Buffer> {
  const part = (background: string, width: number, height: number) => ({
    create: { width, height, channels: 3 as const, background },
  })
  return sharp(part('#ff0000', 40, 30))
    .composite([
      { input: part('#0000ff', 20, 30), left: 20, top: 0 },
      { input: part('#00ff00', 20, 10), left: 0, top: 20 },
    ])
    .removeAlpha()
    .png()
    .toBuffer()
}

/** The same picture stored turned, with the orientation that turns it back. */
async function turned(orientation: number): Promise<Buffer> {
  const [angle, isMirrored] = STORED[orientation - 1] ?? [0, false]
  const picture = await sharp(await halves())
    .rotate(angle)
    .png()
    .toBuffer()
  return sharp(picture).flop(isMirrored).withMetadata({ orientation }).png().toBuffer()
}

const STORED: readonly (readonly [angle: number, isMirrored: boolean])[] = [
  [0, false],
  [0, true],
  [180, false],
  [180, true],
  [90, true],
  [270, false],
  [270, true],
  [90, false],
]

function reversedWithinCells(pixels: Uint8Array, side: number, box: { left: number; right: number }): Uint8Array {
  const cells = new Map<number, number[]>()
  const length = box.right - box.left
  const cell = (place: number) => Math.floor(((place - box.left) * 3) / length)
  for (let y = box.left; y < box.right; y++)
    for (let x = box.left; x < box.right; x++) {
      const key = cell(y) * 3 + cell(x)
      cells.set(key, [...(cells.get(key) ?? []), y * side + x])
    }
  const copy = Uint8Array.from(pixels)
  for (const places of cells.values())
    places.forEach((place, n) => {
      const from = places[places.length - 1 - n] ?? place
      for (let channel = 0; channel < 3; channel++) copy[place * 3 + channel] = pixels[from * 3 + channel] ?? 0
    })
  return copy
}

/** The front of a PNG that says it is so large, with next to nothing behind it. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', Buffer.alloc(64))])
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(content.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

function markersOf(jpeg: Uint8Array): number[] {
  const markers: number[] = []
  for (let at = 2; at < jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda;) {
    markers.push(jpeg[at + 1] ?? 0)
    at += 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0)
  }
  return markers
}
