import type { DocumentPicture } from '../../../../core/document/document-picture.ts'
import type { PictureSource } from '../../../../app/ports/document-writer.ts'
import type { StreamedBook } from './streamed-book.ts'

/** Puts a picture into the book the first time that it is shown; null where it is gone or no picture that Excel shows. */
export function bookPictures(
  add: StreamedBook['addPicture'],
  source: PictureSource,
): (picture: DocumentPicture) => Promise<number | null> {
  const known = new Map<string, number | null>()
  return async ({ key }) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const bytes = await source(key)
    const extension = bytes && extensionOf(bytes)
    const media = bytes === null || extension === null ? null : add(bytes, extension)
    known.set(key, media)
    return media
  }
}

function extensionOf(bytes: Uint8Array): 'jpeg' | 'png' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg'
  return bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47 ? 'png' : null
}
