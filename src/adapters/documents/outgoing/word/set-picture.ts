import { AlignmentType, ImageRun, Paragraph } from 'docx'
import type { DocumentPicture } from '../../../../core/document/document-picture.ts'
import { styled, type Setting } from './setting.ts'
import { cleanWords } from './set-words.ts'

interface Room {
  readonly width: number
  readonly height: number
}

/** As large as the room (in twips) allows; one that is gone is said to be. */
export async function setPicture(picture: DocumentPicture, room: Room, setting: Setting): Promise<Paragraph> {
  const bytes = await setting.pictures(picture.key)
  const type = bytes === null ? null : typeOf(bytes)
  if (bytes === null || type === null) return styled('TableNote', MISSING, { alignment: AlignmentType.CENTER })
  const scale = Math.min(room.width / Math.max(1, picture.width), room.height / Math.max(1, picture.height))
  return new Paragraph({
    style: 'CellText',
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type,
        data: bytes,
        // Word's pixel is 15 twips.
        transformation: {
          width: Math.max(1, Math.round((picture.width * scale) / 15)),
          height: Math.max(1, Math.round((picture.height * scale) / 15)),
        },
        altText: { id: String(setting.nextPicture()), name: '图片', description: cleanWords(picture.caption) },
      }),
    ],
  })
}

const MISSING = '（图片已不在，无法列出）'

function typeOf(bytes: Uint8Array): 'jpg' | 'png' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpg'
  return bytes[0] === 0x89 && bytes[1] === 0x50 ? 'png' : null
}
