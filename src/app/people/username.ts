/** Usernames in one form: NFKC, lower case, 2 to 64 letters, digits, dots, dashes and underscores; null for anything else. */
export function parseUsername(text: string): string | null {
  const username = text.normalize('NFKC').trim().toLowerCase()
  return /^[\p{L}\p{N}._-]{2,64}$/u.test(username) ? username : null
}
