import { writeFileSync } from 'node:fs'
import { goldenNotices } from '../test/golden/golden-notices.ts'

/** Renews the goldens beside every notice: what it compiles to. Read the difference before committing it. */
for (const { folder, compiled } of goldenNotices())
  writeFileSync(`${folder}/rubric.json`, `${JSON.stringify(compiled, null, 1)}\n`)
