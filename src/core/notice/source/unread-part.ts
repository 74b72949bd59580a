/** What a document shows and nobody can read as text: a table pasted as a picture, another document set into it. */
export interface UnreadPart {
  readonly what: 'picture' | 'document'
  /** Counted from one; null where the form knows no pages. */
  readonly page: number | null
}

/** A sentence for each kind: 第3页、第5页有图片，图片里的文字没有读出；……. Nothing where everything was read. */
export function unreadInWords(parts: readonly UnreadPart[]): string[] {
  const pictures = parts.filter(({ what }) => what === 'picture')
  const documents = parts.filter(({ what }) => what === 'document')
  return [
    ...(pictures.length === 0 ? [] : [`${where(pictures)}，图片里的文字没有读出；图片里有条文或表格的，请补录。`]),
    ...(documents.length === 0
      ? []
      : [`文中插入了另外${documents.length}份文件，里面的文字没有读出；请在 Word 中打开并另存一份，再读入那一份。`]),
  ]
}

const SHOWN_PAGES = 10

function where(pictures: readonly UnreadPart[]): string {
  const pages = [...new Set(pictures.flatMap(({ page }) => (page === null ? [] : [page])))].toSorted((a, b) => a - b)
  if (pages.length === 0) return `文中有图片${pictures.length}幅`
  const shown = pages.slice(0, SHOWN_PAGES).map((page) => `第${page}页`)
  return `${shown.join('、')}${pages.length > SHOWN_PAGES ? `等${pages.length}页` : ''}有图片`
}
