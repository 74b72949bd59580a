import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { noticeReader } from '../../../src/adapters/documents/incoming/read-notice.ts'
import { USUAL_BOUNDS } from '../../../src/adapters/documents/incoming/document-thread.ts'
import { messageOfNotice } from '../../../src/app/notice-problem.ts'
import { HOSTILE_OFFICE } from './hostile-office.ts'
import { HOSTILE_OTHERS } from './hostile-others.ts'
import { rawWord, SENTENCE } from './raw-word.ts'

/** One reader for all: what one file does to it, the next would feel. */
const notices = noticeReader({ ...USUAL_BOUNDS, seconds: 30 })
/** For what is never done: less is waited for, with a core at work all the while. */
const impatient = noticeReader({ ...USUAL_BOUNDS, seconds: 6 })
const whole = rawWord()
const CODE = /^(?:file|document)-/
/** Beyond what the thread may take for itself and beside itself, and the file itself. */
const MOST_GROWTH = 3 * USUAL_BOUNDS.megabytes * 2 ** 20

test.each([...HOSTILE_OFFICE, ...HOSTILE_OTHERS])(
  '%s, as %s',
  async (_title, fileName, content, outcome) => {
    const bytes = content()
    const before = process.memoryUsage.rss()
    const began = performance.now()
    const reader = outcome === 'document-too-slow' ? impatient : notices
    const [read, next] = await Promise.all([reader.read(bytes, fileName), reader.read(whole, 'next.docx')])
    const told = read.ok ? read.value.text : read.fault.code
    if (CODE.test(outcome)) expect(told).toBe(outcome)
    else expect(told.replaceAll(/<[^>]*>/g, '')).toContain(outcome)
    if (!read.ok) {
      const said = messageOfNotice({ ...read.fault, path: fileName })
      expect(said).toMatch(/^[^]*“a\.\w+”.*请/)
      expect(said).not.toMatch(/undefined|null|NaN|\[object/)
    } else expect(read.value.text).not.toContain('root:')
    expect(next).toMatchObject({ ok: true, value: { text: expect.stringContaining(SENTENCE) } })
    expect((performance.now() - began) / 1000).toBeLessThan(USUAL_BOUNDS.seconds + 10)
    expect(process.memoryUsage.rss() - before).toBeLessThan(MOST_GROWTH)
  },
  120_000,
)

test('nothing was written where a file wanted it to be', () => {
  expect(['/tmp/out', '/etc/out'].filter((path) => existsSync(path))).toEqual([])
})
