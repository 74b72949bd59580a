import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acceptedBy,
  asEvents,
  closed,
  contested,
  enrolled,
  notified,
  opened,
  proposed,
  reported,
  substantiated,
  suspected,
} from '../../../test/fixtures/small-ledger.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { id } from '../kernel/identifiers.ts'
import {
  genesisOf,
  linkDigest,
  linkEvents,
  type Digest,
  type DigestOf,
  type LedgerHeader,
  type WholeEntry,
} from './chain.ts'
import { CHAIN_REFUSALS, type ChainRefusalCode } from './chain-refusals.ts'
import type { LedgerEvent } from './ledger-event.ts'
import { checkHead, readChain } from './read-chain.ts'

const digestOf: DigestOf = (text) => createHash('sha256').update(text).digest('hex') as Digest
const header: LedgerHeader = {
  format: 'mingheng-ledger/1',
  algorithm: 'sha256',
  tenantId: id('district'),
  assessmentId: id('2021'),
  rubricDigest: digestOf('rubric'),
  noticeDigest: digestOf('notice'),
}
const genesis = genesisOf(header, digestOf)
const kinds = [reported(), notified(), acceptedBy(), contested(), substantiated(), proposed(), closed()]
const anyLedger = fc
  .array(fc.constantFrom(...kinds), { maxLength: 20 })
  .map((rest) => asEvents([opened(), enrolled(), ...rest]))
const events = asEvents([opened(), enrolled(), reported(), notified()])
const chain = linkEvents(genesis, events, digestOf)
const last = chain.at(-1) ?? genesis

describe('any ledger', () => {
  test('is read back from its chain, whole or in pages', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat(), (events, draw) => {
        const entries = linkEvents(genesis, events, digestOf)
        const cut = draw % (entries.length + 1)
        const page = readChain(genesis, entries.slice(0, cut), digestOf)
        if (!page.ok) throw new Error(page.refusal.message)
        const rest = readChain(page.value.head, entries.slice(cut), digestOf)
        const read = rest.ok ? [...page.value.events, ...rest.value.events] : rest.refusal
        expect(read).toEqual(events)
        if (rest.ok) expect(checkHead(rest.value.head, entries.at(-1) ?? genesis)).toBeNull()
      }),
    )
  })

  test('is linked page by page as it is at once', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat(), (events, draw) => {
        const whole = linkEvents(genesis, events, digestOf)
        const cut = draw % (events.length + 1)
        const head = whole[cut - 1] ?? genesis
        expect([...whole.slice(0, cut), ...linkEvents(head, events.slice(cut), digestOf)]).toEqual(whole)
      }),
    )
  })

  test('holds with any of its bodies withheld', () => {
    fc.assert(
      fc.property(anyLedger, fc.array(fc.nat()), (events, draws) => {
        const hidden = new Set(draws.map((draw) => draw % events.length))
        const entries = linkEvents(genesis, events, digestOf).map((entry, at) =>
          hidden.has(at) ? { ...entry, body: null } : entry,
        )
        const read = readChain(genesis, entries, digestOf, 'withholding')
        expect(read).toMatchObject({
          ok: true,
          value: { events: events.map((event, at) => (hidden.has(at) ? null : event)) },
        })
        if (hidden.size > 0) expect(readChain(genesis, entries, digestOf)).toMatchObject({ ok: false })
      }),
    )
  })

  test('shows one changed character, an entry removed, inserted, doubled or exchanged, and its end cut off', () => {
    const tampering = fc.constantFrom('character', 'remove', 'insert', 'double', 'exchange', 'cut', 'rewrite')
    fc.assert(
      fc.property(anyLedger, tampering, fc.nat(), fc.nat(), (events, how, one, other) => {
        const entries = linkEvents(genesis, events, digestOf)
        const known = entries.at(-1) ?? genesis
        const tampered = tamper(entries, how, one, other)
        fc.pre(canonicalJson(tampered) !== canonicalJson(entries))
        const read = readChain(genesis, tampered, digestOf)
        expect(read.ok && checkHead(read.value.head, known) === null).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

const anyField = ['seq', 'body', 'bodyDigest', 'previous', 'digest'] as const

function tamper(entries: readonly WholeEntry[], how: string, one: number, other: number): readonly WholeEntry[] {
  const at = one % entries.length
  const entry = entries[at]
  const second = entries[other % entries.length]
  if (entry === undefined || second === undefined) return entries
  switch (how) {
    case 'character': {
      const field = anyField[other % anyField.length] ?? 'body'
      const held = entry[field]
      const place = typeof held === 'string' ? one % held.length : 0
      const value = typeof held === 'string' ? `${held.slice(0, place)}x${held.slice(place + 1)}` : held + 1
      return entries.with(at, { ...entry, [field]: value })
    }
    case 'remove':
      return entries.toSpliced(at, 1)
    case 'insert':
      return entries.toSpliced(at, 0, second)
    case 'double':
      return entries.toSpliced(at, 0, entry)
    case 'exchange':
      return entries.with(at, second).with(other % entries.length, entry)
    case 'cut':
      return entries.slice(0, at)
    default: {
      // An insider who makes all digests anew from here on: only the head kept elsewhere tells.
      const head = entries[at - 1] ?? genesis
      const told = events.slice(0, 1).map((event) => ({ ...event, seq: at + 1 }))
      return [...entries.slice(0, at), ...linkEvents(head, told, digestOf)]
    }
  }
}

const [first, second, third, fourth] = chain as [WholeEntry, WholeEntry, WholeEntry, WholeEntry]
const bad = (body: string) => {
  const bodyDigest = digestOf(body)
  return [{ ...first, body, bodyDigest, digest: linkDigest(genesis.digest, bodyDigest, digestOf) }]
}

const rows: [what: string, code: ChainRefusalCode, seq: number, entries: readonly WholeEntry[]][] = [
  ['an entry missing', 'entry-out-of-order', 2, [first, third]],
  ['a changed body', 'entry-changed', 2, [first, { ...second, body: second.body.replace('夏阳', '盈浦') }]],
  ['the chain of another assessment', 'link-broken', 1, linkEvents({ seq: 0, digest: digestOf('') }, events, digestOf)],
  ['a changed digest', 'digest-wrong', 3, [first, second, { ...third, digest: digestOf('') }, fourth]],
  ['a body cut off', 'body-not-event', 1, bad('{"type":')],
  ['a body of another program', 'body-not-event', 1, bad('["FindingForgotten"]')],
  ['a type of a version to come', 'event-unknown', 1, bad('{"type":"FindingForgotten"}')],
  ['a field of a version to come', 'event-unknown', 1, bad(canonicalJson({ ...events[0], mood: 'good' }))],
  ['a value of a version to come', 'event-unknown', 1, bad(canonicalJson({ ...events[0], by: { team: 'east' } }))],
  ['an event of another place', 'body-not-event', 1, bad(canonicalJson({ ...events[0], seq: 7 }))],
]

test('a chain over bodies of earlier versions holds as it was written, and is read as events of today', () => {
  const today = asEvents([opened(), enrolled(), suspected(), notified()])
  const before = today.map((event) => {
    const { actedAt: _actedAt, ...written } = event
    return 'basis' in written ? { ...written, basis: undefined } : written
  })
  const entries = linkEvents(genesis, before as unknown as LedgerEvent[], digestOf)
  expect(entries[2]?.body).not.toContain('basis')
  const read = readChain(genesis, entries, digestOf)
  const recorded = today.map((event) => ({ ...event, actedAt: event.recordedAt }))
  expect(read.ok && read.value.events).toEqual(recorded)
})

describe('a chain is refused with the entry that does not hold', () => {
  test.each(rows)('%s', (_what, code, seq, entries) => {
    const read = readChain(genesis, entries, digestOf)
    expect(read).toMatchObject({ ok: false, refusal: { code, seq } })
    if (!read.ok) expect(read.refusal.message).toMatch(new RegExp(`第 ${seq} 条.*；`))
  })

  test('a body withheld, and an end that is not the one known', () => {
    const withheld = readChain(genesis, [{ ...first, body: null }], digestOf)
    const heads = [checkHead({ seq: 3, digest: third.digest }, last), checkHead({ seq: 4, digest: third.digest }, last)]
    const codes = [...rows.map(([, code]) => code), ...heads.map((one) => one?.code)]
    expect(withheld).toMatchObject({ refusal: { code: 'body-withheld', seq: 1 } })
    expect(heads.map((one) => one?.code)).toEqual(['head-earlier', 'head-differs'])
    expect(new Set([...codes, 'body-withheld'])).toEqual(new Set(Object.keys(CHAIN_REFUSALS)))
  })
})
