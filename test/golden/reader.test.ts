import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { READER } from '../../src/core/notice/reader.ts'
import { readCase } from '../../src/core/notice/read-case.ts'
import type { CorpusCase } from '../../scripts/corpus/corpus-case.ts'
import { goldenNotices } from './golden-notices.ts'

/**
 * What the reader of this number makes of the notices and of the first labelled set. Where this differs and the new reading is
 * meant, count `READER` up and renew the digest: corrected rubrics of before are then told from wrong ones.
 */
const PINNED = { reader: '1', digest: '93ceb71195b67085966f6ca9f36ad1ca191afbc03bf0172a638dbff392b74624' }

test('a reader that reads otherwise has another number', () => {
  const cases = readFileSync('test/corpus/dev.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CorpusCase)
  const read = [
    ...goldenNotices().map(({ compiled }) => canonicalJson(compiled)),
    ...cases.map(({ text, context }) =>
      canonicalJson(
        readCase(text, { section: null, sectionPoints: null, itemPoints: null, neighbour: null, ...context }),
      ),
    ),
  ].join('\n')
  expect({ reader: READER, digest: createHash('sha256').update(read).digest('hex') }).toEqual(PINNED)
})
