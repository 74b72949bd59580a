import sharp from 'sharp'
import { randomFrom } from '../../src/core/kernel/random.ts'

/** A JPEG of some hundred kilobytes that no other seed gives, with what a phone's camera writes into it. */
export async function noisyPhoto(seed: number): Promise<Buffer> {
  const random = randomFrom(seed)
  const [width, height] = [480, 360]
  const pixels = Buffer.from(Uint8Array.from({ length: width * height * 3 }, () => random.below(256)))
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Make: 'Mingheng', Model: `seed ${seed}` } })
    .jpeg({ quality: 92 })
    .toBuffer()
}
