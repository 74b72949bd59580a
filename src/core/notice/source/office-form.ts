import { fileContentOf, FORM_WORDS } from './file-content.ts'

/** What a file that is no text is in the words of an office, told by its bytes; null where it may be text. */
export function officeFormOf(bytes: Uint8Array): string | null {
  const content = fileContentOf(bytes)
  switch (content.kind) {
    case 'text':
      return null
    case 'document':
      return FORM_WORDS[content.form]
    case 'encrypted':
      return '加密的 Word/Excel'
    case 'foreign':
      return content.form
  }
}
