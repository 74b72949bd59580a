import { readFileSync, writeFileSync } from 'node:fs'
import peggy from 'peggy'

/** Makes the parser of clause phrases from its grammar. Run by `npm install`. */
const folder = new URL('../src/core/notice/phrases/', import.meta.url)
const grammar = readFileSync(new URL('clause-phrases.peggy', folder), 'utf8')
const made = peggy.generate(grammar, { output: 'source', format: 'es', grammarSource: 'clause-phrases.peggy' })
writeFileSync(new URL('clause-phrases.generated.js', folder), made)
