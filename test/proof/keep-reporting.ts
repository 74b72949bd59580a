/** A server that is busy: reports findings with photos into the data folder until it is ended. Writes how many. */
import { dataFolder } from '../fixtures/data-folder.ts'

const [path = ''] = process.argv.slice(2)
const folder = await dataFolder(path)
for (let made = 1; ; made += 1) {
  await folder.report()
  process.stdout.write(`${made}\n`)
}
