import { describe, expect, test } from 'vitest'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { id, type CenterId } from '../../src/core/kernel/identifiers.ts'
import type { CheckName } from '../../src/core/proof/check-book.ts'
import type { ProofFailureCode } from '../../src/core/proof/proof-failures.ts'
import type { Anchor } from '../../src/core/proof/verify-anchor.ts'
import { NO_ANCHOR, verifyBundle } from '../../src/core/proof/verify-bundle.ts'
import type { Verification } from '../../src/core/proof/verification.ts'
import { parseShortCode } from '../../src/core/scoring/verification-code.ts'
import { bundleOf, linesOf, type BundleParts } from '../fixtures/bundle-of.ts'
import { OTHERS_PHOTO, OTHERS_WORDS, other, smallParts } from '../fixtures/small-bundle.ts'
import { center } from '../fixtures/small-ledger.ts'

type Verified = Extract<Verification, { kind: 'verified' }>

const small = smallParts()
const whole = await bundleOf(small)

test('a bundle that was not touched holds, and every check looked at something', () => {
  const { holds, checks, head, about } = verified(whole)
  expect(holds).toBe(true)
  // It has no plan of inspections: those are in sampling-bundle.test.ts.
  expect(checks.filter(({ counted }) => counted === 0).map(({ what }) => what)).toEqual(['sampling'])
  expect(head.seq).toBe(small.events.length)
  expect(about).toMatchObject({ title: small.rubric.title, periodFrom: '2021-01-01', withheld: 0 })
})

/** One line of the file changed, and the seal made anew where `isResealed`: what the other checks find by themselves. */
test.each<[title: string, change: (line: string) => string, what: CheckName, code: ProofFailureCode]>([
  ['a reason', (line) => line.replace('照片与排班表一致', '照片与排班表不符'), 'chain', 'body-differs'],
  ['a count', (line) => line.replace('"occurrences":1', '"occurrences":2'), 'chain', 'body-differs'],
  ['the digest of a body', (line) => swapHex(line, 'bodyDigest'), 'chain', 'body-differs'],
  ['the digest of an entry', (line) => swapHex(line, 'digest', '"event"'), 'chain', 'link-differs'],
  [
    'a number in the chain',
    (line) => line.replace('"kind":"entry","seq":7', '"kind":"entry","seq":8'),
    'chain',
    'seq-differs',
  ],
  [
    'a body taken out',
    (line) => line.replace(/"event":\{.*\},"kind"/u, '"event":null,"kind"'),
    'chain',
    'entry-withheld',
  ],
  [
    'an event of no known type',
    (line) => line.replace('"FindingAccepted"', '"FindingForgotten"'),
    'events',
    'event-unreadable',
  ],
  [
    'a clause of another rubric',
    (line) => line.replaceAll('"clauseId":"1.1.1"', '"clauseId":"9.9.9"'),
    'events',
    'clause-unknown',
  ],
  ['the notice', (line) => line.replace('没有到岗到位', '没有按时到岗'), 'rubric', 'notice-differs'],
  ['the rubric', (line) => line.replace('"points":100', '"points":50'), 'rubric', 'rubric-differs'],
  ['a rubric without its title', (line) => line.replace(/"title":"窗口[^"]*",/u, ''), 'rubric', 'rubric-unsound'],
  ['a day of the calendar', (line) => line.replace('"2021-05-08"', '"2021-05-29"'), 'deadlines', 'deadline-differs'],
  [
    'the version of the calendar',
    (line) => line.replace('"version":"国办', '"version":"沪府'),
    'deadlines',
    'calendar-missing',
  ],
  [
    'the end of the calendar',
    (line) => line.replace('"to":"2021-06-30"', '"to":"2021-05-27"'),
    'deadlines',
    'calendar-too-short',
  ],
  ['a listed file', (line) => line.replace(/aaaa(","kind":"evidence")/u, 'aaac$1'), 'evidence', 'evidence-unlisted'],
  [
    'a score',
    (line) => line.replace('"isSettled":true,"open":[],"score":1600', '"isSettled":true,"open":[],"score":1700'),
    'sheets',
    'sheet-differs',
  ],
  ['the digest of a sheet', (line) => swapHex(line, 'sheetDigest'), 'codes', 'sheet-digest-differs'],
  [
    'a code',
    (line) => line.replace(/"code":"([0-9A-Z])(?=...-)/u, (_all, first) => `"code":"${first === 'A' ? 'B' : 'A'}`),
    'codes',
    'code-differs',
  ],
  ['a count of the manifest', (line) => line.replace('"findings":2', '"findings":3'), 'counts', 'count-differs'],
  [
    'the head of the manifest',
    (line) => swapHex(line, 'digest', '"seq":16},"kind":"manifest"'),
    'counts',
    'head-differs',
  ],
  ['a space', (line) => line.replace('"kind":"manifest"', '"kind": "manifest"'), 'form', 'line-not-canonical'],
  [
    'a field more',
    (line) => line.replace('"kind":"manifest"', '"hidden":1,"kind":"manifest"'),
    'form',
    'record-malformed',
  ],
])('%s changed is named, even under a new seal', (_title, change, what, code) => {
  const changed = resealed(whole.split('\n').map(change).join('\n'))
  expect(changed).not.toBe(whole)
  const { holds, checks } = verified(changed)
  expect(holds).toBe(false)
  const check = checks.find((one) => one.what === what)
  expect(check?.failures.map((failure) => failure.code)).toContain(code)
  expect(checks.find((one) => one.what === 'seal')?.state).toBe('holds')
})

test('a failure says the line and the number of the entry', () => {
  const at = whole.split('\n').findIndex((line) => line.includes('"FindingSubstantiated"'))
  const { checks } = verified(whole.replace('照片与排班表一致', '照片与排班表不符'))
  const seq = small.events.findIndex(({ type }) => type === 'FindingSubstantiated') + 1
  expect(checks.find(({ what }) => what === 'chain')?.failures).toMatchObject([{ line: at + 1, seq }])
})

test('one damaged entry does not hide the rest: the other entries are still checked and counted', () => {
  const lines = whole.split('\n')
  const at = lines.findIndex((line) => line.includes('"FindingNotified"'))
  const { checks } = verified(lines.toSpliced(at, 1, 'ruined').join('\n'))
  expect(checks.find(({ what }) => what === 'chain')).toMatchObject({ counted: small.events.length - 1, failed: 1 })
  expect(checks.find(({ what }) => what === 'form')).toMatchObject({ failed: 1, failures: [{ line: at + 1 }] })
})

test.each<[title: string, text: string, reason: string]>([
  ['nothing', '', 'empty'],
  ['a letter', '各中心：\n请参加会议。\n', 'not-bundle'],
  ['JSON of something else', '{"a":1}\n', 'not-bundle'],
  ['a bundle of a later format', whole.replace('mingheng-bundle/1', 'mingheng-bundle/2'), 'format-unknown'],
  ['a bundle without its first line', whole.slice(whole.indexOf('\n') + 1), 'not-bundle'],
])('%s is no bundle', (_title, text, reason) => {
  expect(verifyBundle(linesOf(Buffer.from(text)), nodeDigests)).toEqual({ kind: 'foreign', reason })
})

describe('a history that was rewritten whole', () => {
  const then = verified(whole)
  const sheet = then.sheets.find(({ centerId }) => centerId === center)
  const forgery = bundleOf(forged(small))

  test('holds by itself: nothing inside can show it', async () => {
    expect(verified(await forgery).holds).toBe(true)
  })

  test.each<[title: string, anchor: Partial<Anchor>, isKept: boolean]>([
    ['the head of then', { head: then.head.digest }, true],
    ['a code of then', { code: parseShortCode(sheet?.code ?? '') }, true],
    ['a code of then, with the center', { code: parseShortCode(sheet?.code ?? ''), centerId: center }, true],
    ["another center's code", { code: parseShortCode(sheet?.code ?? ''), centerId: other }, false],
    ['a code never given', { code: parseShortCode('0000-0000-0000-0000-0000') }, false],
  ])('%s tells it from the true one', async (_title, partial, isKept) => {
    const anchor = { ...NO_ANCHOR, ...partial }
    expect(verified(whole, anchor).holds).toBe(isKept)
    expect(verified(await forgery, anchor).holds).toBe(false)
  })

  test('what was kept when the ledger was shorter is found where it was', async () => {
    for (let length = 3; length < small.events.length - 2; length += 1) {
      const early = verified(await bundleOf({ ...small, events: small.events.slice(0, length) }))
      const { code = '' } = early.sheets.find(({ centerId }) => centerId === center) ?? {}
      for (const centerId of [null, center]) {
        const anchor = { code: parseShortCode(code), head: early.head.digest, centerId }
        const now = verified(whole, anchor)
        expect(now.holds).toBe(true)
        expect(now.anchor).toEqual({ head: { seq: length, centerId: null }, code: { seq: length, centerId: center } })
      }
    }
  })
})

describe("a center's own part", () => {
  const own = bundleOf(small, { centerId: center })

  test('holds, with its own sheet and code as in the whole', async () => {
    const mine = verified(await own)
    expect(mine.holds).toBe(true)
    expect(mine.sheets).toEqual(verified(whole).sheets.filter(({ centerId }) => centerId === center))
    expect(mine.head).toEqual(verified(whole).head)
    expect(mine.about.withheld).toBeGreaterThan(0)
  })

  test('says nothing of others beyond what is published', async () => {
    const text = await own
    for (const word of [...OTHERS_WORDS, OTHERS_PHOTO]) expect(text).not.toContain(word)
    expect(text.match(/yingpu/gu)).toHaveLength(1)
    const sealed = text.split('\n').find((line) => line.includes('AssessmentSealed')) ?? ''
    expect(sealed).toContain('yingpu')
  })

  test('shows no score of others before results are published, nor what stood against a forced seal', async () => {
    const sealed = small.events.at(-2)
    if (sealed?.type !== 'AssessmentSealed') throw new Error('no seal')
    const published = small.events.at(-1)
    if (published === undefined) throw new Error('no end')
    const forced = { blockers: [{ code: 'decision-open', ref: 'F-yingpu', centerId: other }], reason: '盈浦的窗口' }
    for (const events of [
      small.events.slice(0, -1),
      [...small.events.slice(0, -2), { ...sealed, forced }, published],
    ]) {
      const text = await bundleOf({ ...small, events }, { centerId: center })
      expect(text).not.toContain('yingpu')
      expect(verified(text).holds).toBe(true)
    }
  })

  test('of a center that is not assessed is refused', async () => {
    await expect(bundleOf(small, { centerId: id<CenterId>('nowhere') })).rejects.toThrow('nowhere')
  })
})

function verified(text: string, anchor = NO_ANCHOR): Verified {
  const verification = verifyBundle(linesOf(Buffer.from(text)), nodeDigests, anchor)
  if (verification.kind !== 'verified') throw new Error(verification.reason)
  return verification
}

/** The seal made anew over what stands before it: a forger can do that too. */
function resealed(text: string): string {
  const before = text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)
  return `${before}${canonicalJson({ kind: 'seal', digest: nodeDigests('sha256').of(before) })}\n`
}

/** The first hexadecimal digit of a digest turned into another. */
function swapHex(line: string, field: string, near = ''): string {
  if (!line.includes(`"${field}":"`) || !line.includes(near)) return line
  return line.replace(new RegExp(`"${field}":"(.)`, 'u'), (_all, first: string) => {
    const digit = first === '0' ? '1' : '0'
    return `"${field}":"${digit}`
  })
}

/** Somebody lowers what was found, and makes the ledger, its seal and all digests anew. */
function forged(parts: BundleParts): BundleParts {
  const sealed = parts.events.findIndex(({ type }) => type === 'AssessmentSealed')
  const events = parts.events
    .slice(0, sealed)
    .map((event) => (event.type === 'FindingSubstantiated' ? { ...event, reason: '证据充分' } : event))
  return { ...parts, events }
}
