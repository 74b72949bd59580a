/**
 * Documents for the tests of writers: every block, every cell, every layout, in words of a district that does not exist.
 * `freshSamples()` makes them anew, because what comes in pieces can be walked once.
 */
import sharp from 'sharp'
import type { PictureSource } from '../../src/app/ports/document-writer.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { sampleForm } from './sample-forms.ts'
import { sampleLetter } from './sample-letter.ts'
import { SAMPLE_PICTURES, sampleLongList, sampleWithPictures } from './sample-lists.ts'

export function freshSamples(): readonly (readonly [what: string, document: OfficialDocument])[] {
  return [
    ['a letter under a red head', sampleLetter],
    ['a score sheet on its side', sampleForm(true)],
    ['a score sheet upright', sampleForm(false)],
    ['a list with pictures', sampleWithPictures()],
    ['a list of 600 rows', sampleLongList(600)],
  ]
}

/** Drawn in the size that the sample says; the one named `gone` is not there. */
export const samplePictures: PictureSource = async (key) => {
  const picture = SAMPLE_PICTURES.find((sample) => sample.key === key)
  if (picture === undefined || key === 'gone') return null
  const { width, height } = picture
  const image = sharp({ create: { width, height, channels: 3, background: key === 'hall' ? '#7a8b6f' : '#8a7a66' } })
  return Uint8Array.from(await (key === 'board' ? image.png() : image.jpeg()).toBuffer())
}
