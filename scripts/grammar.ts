import { readFileSync, writeFileSync } from 'node:fs'
import peggy from 'peggy'

/** Makes the parser of clause phrases from its grammar. Run by `npm install`. The first file holds the start rule. */
const FILES = ['phrases', 'numbers', 'limits', 'whole-amounts', 'prices', 'conditions']

const folder = new URL('../src/core/notice/phrases/', import.meta.url)
const grammar = FILES.map((name) => ({
  source: `${name}.peggy`,
  text: readFileSync(new URL(`grammar/${name}.peggy`, folder), 'utf8'),
}))
checkFirstSigns(grammar[0]?.text ?? '')
const made = peggy.generate(grammar, { output: 'source', format: 'es', grammarSource: 'phrases.peggy' })
writeFileSync(new URL('clause-phrases.generated.js', folder), made)

/** A word begins at once where no rule can: every sign that a rule of `Node` can begin with must bar that shortcut. */
function checkFirstSigns(text: string): void {
  const barred = /&\[\\u4e00-\\u9fff\] !\[([^\]]*)\] @Word/.exec(text)?.[1] ?? ''
  const first = [...text.matchAll(/\/ &\[((?:[^\]\\]|\\.)*)\] @/g)].flatMap(
    (match) => match[1]?.match(/[\u4e00-\u9fff]/g) ?? [],
  )
  const missing = [...new Set(first)].filter((sign) => !barred.includes(sign))
  if (missing.length > 0)
    throw new Error(`phrases.peggy: add ${missing.join('')} to the signs before @Word, or their rules are never tried`)
}
