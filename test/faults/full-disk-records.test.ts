import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rating, ratingsFile } from '../conformance/record-samples.ts'
import { manyRatingsFile } from '../fixtures/many-rating-rows.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-full-records-'))
afterAll(() => rmSync(root, { recursive: true }))

const script = join(import.meta.dirname, 'full-disk-records.ts')
const small = manyRatingsFile({ from: 0, count: 300, changedEvery: 0 })
const large = manyRatingsFile({ from: 0, count: 60_000, changedEvery: 2 })
const faulty = ratingsFile(Array.from({ length: 20_000 }, (_, n) => rating(`F${n}`, { 代码: '7' })))

const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', root]).status === 0
const TINY_DISK = 'mount -t tmpfs -o size=$1 tmpfs "$2" && exec "$3" --import tsx "$4" "$2" "$5" "$6" "$7" 64m'
/** Blocks of 512 bytes. */
const SHORT_FILES = 'ulimit -f $1 && exec "$3" --import tsx "$4" "$2" "$5" "$6" "$7"'

test.runIf(mayMount).each(['500k', '900k', '1400k'])(
  'on a disk of %s an import that has no room changes nothing, and is done once there is some',
  (size) => {
    expect(answerOf('unshare', ['-rm', 'sh', '-c', TINY_DISK], size)).toEqual({
      first: 'imported',
      refused: 'store-full',
      refusedErrors: 'store-full',
      isAsBefore: true,
      left: [],
      again: 'imported',
      withRoom: 'imported',
    })
  },
)

test('where files may not grow, an import that would write a longer one changes nothing', () => {
  expect(answerOf('sh', ['-c', SHORT_FILES], '600')).toMatchObject({
    first: 'imported',
    refused: 'store-full',
    refusedErrors: 'store-full',
    isAsBefore: true,
    left: [],
    again: 'imported',
  })
})

function answerOf(program: string, words: readonly string[], size: string): unknown {
  const folder = mkdtempSync(join(root, 'disk-'))
  const given = [size, folder, process.execPath, script, small, large, faulty]
  return JSON.parse(execFileSync(program, [...words, 'sh', ...given], { encoding: 'utf8' }))
}
