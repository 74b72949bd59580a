import { expect, test } from 'vitest'
import { sqlFilesIn } from './sql-files.ts'

const file = (name: string) => ({ name, text: async () => `-- ${name}` })

test.each<[given: string, names: readonly string[], taken: readonly string[], badNames: readonly string[]]>([
  ['a folder', ['b-late.sql', 'README.md', 'a1.sql'], ['a1', 'b-late'], []],
  ['a folder without any', ['README.md', 'sql'], [], []],
  ['names that none can bear', ['Late.sql', '1a.sql', 'ok.sql'], ['1a', 'Late', 'ok'], ['Late.sql', '1a.sql']],
])('of %s the detections are taken', async (_given, names, taken, badNames) => {
  const found = await sqlFilesIn(names.map(file))
  expect(found.files.map(({ name }) => name)).toEqual(taken)
  expect(found.badNames).toEqual(badNames)
})
