import sharp from 'sharp'
import type { PictureSource } from '../../../../app/ports/document-writer.ts'
import type { DocumentPicture } from '../../../../core/document/document-picture.ts'
import { GONE, type PlacedPicture } from './print-model.ts'
import type { TemplateFile } from './template-file.ts'

/** Enough for half the width of a page at 300 dots an inch. */
const LONGEST_SIDE = 1000

const SPOILT: PlacedPicture = { path: null, instead: '图片无法显示' }

/**
 * Pictures as files for the typesetter: turned upright, no larger than paper shows, and without what a camera wrote into them
 * (place, device), which is not for whoever gets the document.
 */
export async function placePictures(
  shown: readonly DocumentPicture[],
  pictures: PictureSource,
): Promise<{ readonly files: readonly TemplateFile[]; readonly placed: ReadonlyMap<string, PlacedPicture> }> {
  const files: TemplateFile[] = []
  const placed = new Map<string, PlacedPicture>()
  for (const [index, { key }] of shown.entries()) {
    const original = await pictures(key)
    const bytes = original === null ? null : await onPaper(original)
    if (bytes === null) placed.set(key, original === null ? GONE : SPOILT)
    else {
      const path = `pictures/${index + 1}.jpg`
      files.push({ path, bytes })
      placed.set(key, { path, instead: '' })
    }
  }
  return { files, placed }
}

async function onPaper(original: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await sharp(original)
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer()
  } catch {
    return null
  }
}
