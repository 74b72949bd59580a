import { writeFileSync } from 'node:fs'
import { dataSetsPage } from './data-sets/data-sets-page.ts'

/** Renews docs/data-sets.md, which a test compares with the data sets: read the difference before it is committed. */
writeFileSync('docs/data-sets.md', dataSetsPage())
