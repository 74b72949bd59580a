import { readFileSync, writeFileSync } from 'node:fs'
import peggy from 'peggy'

/** Makes the parser of clause phrases from its grammar. Run by `npm install`. The first file holds the start rule. */
const FILES = ['phrases', 'numbers', 'limits', 'whole-amounts', 'prices', 'conditions']

const folder = new URL('../src/core/notice/phrases/', import.meta.url)
const grammar = FILES.map((name) => ({
  source: `${name}.peggy`,
  text: readFileSync(new URL(`grammar/${name}.peggy`, folder), 'utf8'),
}))
const made = peggy.generate(grammar, { output: 'source', format: 'es', grammarSource: 'phrases.peggy' })
writeFileSync(new URL('clause-phrases.generated.js', folder), made)
