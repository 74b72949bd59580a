import { existsSync, writeFileSync } from 'node:fs'
import { exampleYear, goldenScores } from '../test/golden/example-year.ts'
import { goldenNotices } from '../test/golden/golden-notices.ts'

/** Renews the goldens beside every notice: what it compiles to, and the scores of its example year. Read the difference. */
for (const { folder, compiled } of goldenNotices()) {
  write(`${folder}/rubric.json`, compiled)
  if (existsSync(`${folder}/centers.json`))
    write(`${folder}/example-year.json`, goldenScores(await exampleYear(folder)))
}

function write(path: string, golden: unknown): void {
  writeFileSync(path, `${JSON.stringify(golden, null, 1)}\n`)
}
