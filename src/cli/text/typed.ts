/** A command as it would be typed in a shell: words that a shell would take apart are quoted. */
export function typed(words: readonly string[]): string {
  return ['npx mingheng', ...words.map(quoted)].join(' ')
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}_./:@=+-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
