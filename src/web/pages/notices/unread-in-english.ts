import type { UnreadPart } from '../../../core/notice/source/unread-part.ts'

/** What `unreadInWords` says, in English. */
export function unreadInEnglish(parts: readonly UnreadPart[]): string {
  const pictures = parts.filter(({ what }) => what === 'picture')
  const pages = [...new Set(pictures.flatMap(({ page }) => page ?? []))]
  const documents = parts.length - pictures.length
  const where = pages.length === 0 ? `${pictures.length} pictures in it` : `Pictures on page ${pages.join(', ')}`
  return [
    ...(pictures.length === 0 ? [] : [`${where} were not read; type in what rules or tables they show.`]),
    ...(documents === 0
      ? []
      : [`${documents} documents set into it were not read; open it in Word, save it again and choose that file.`]),
  ].join(' ')
}
