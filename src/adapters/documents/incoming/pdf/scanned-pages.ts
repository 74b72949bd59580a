import type { IncomingBlock } from '../incoming-block.ts'
import type { PageContent } from './page-content.ts'
import type { PageFlow } from './page-flow.ts'

/** The pages that show something and say nothing: pictures of pages, whatever numbers were printed over them. */
export function pagesWithoutText(contents: readonly PageContent[], flows: readonly PageFlow[]): number[] {
  return contents
    .filter((content, at) => {
      const says = (flows[at]?.parts.length ?? 0) > 0 && isReadable(content)
      if (says) return false
      const hasLetters = content.fragments.length > 0
      return (
        content.pictureShare > LEAST_PICTURE ||
        (!hasLetters && content.drawings > MOST_DRAWINGS) ||
        (hasLetters && !isReadable(content))
      )
    })
    .map(({ page }) => page)
}

/** The pages that say something and show pictures beside it, large enough for a table. */
export function unreadPictures(contents: readonly PageContent[]): IncomingBlock[] {
  return contents
    .filter(({ picturesShare }) => picturesShare > LEAST_TABLE)
    .map(({ page }) => ({ kind: 'unread', part: { what: 'picture', page } }))
}

/** A seal takes less; so does a short table, but hardly one with rules in it. */
const LEAST_TABLE = 0.04
/** A seal or a head alone does not make a page a picture of one. */
const LEAST_PICTURE = 0.2
/** Rules and frames of an empty page are fewer than the letters of a page that is drawn. */
const MOST_DRAWINGS = 60

/** Fonts that keep their characters to themselves give signs that mean nothing. */
function isReadable({ fragments }: PageContent): boolean {
  const text = fragments.map((fragment) => fragment.text).join('')
  const senseless = text.match(/[\uFFFD\p{Co}\p{Cc}]/gu)?.length ?? 0
  return senseless * 3 < text.length || text.length === 0
}
