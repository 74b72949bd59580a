import { expect, test } from 'vitest'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { id, type ClauseId, type RubricId } from '../../src/core/kernel/identifiers.ts'
import { points } from '../../src/core/kernel/points.ts'
import { compileNotice } from '../../src/core/notice/compile-notice.ts'
import { correctNotice } from '../../src/core/notice/correct-notice.ts'
import { verifyBundle } from '../../src/core/proof/verify-bundle.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'
import { bundleOf, linesOf, type BundleParts } from '../fixtures/bundle-of.ts'
import { asEvents, enrolled, opened, reported } from '../fixtures/small-ledger.ts'
import { CORRECTABLE_NOTICE, someCorrection } from '../fixtures/some-correction.ts'

const rubricId = id<RubricId>('corrected')
const read = compileNotice(CORRECTABLE_NOTICE, { rubricId }).rubric
const rubric = made(
  correctNotice(CORRECTABLE_NOTICE, rubricId, [
    someCorrection(read, '1.1.1', { amount: { kind: 'fixed', points: points('1.5') } }),
    someCorrection(read, '1.1.2', 'no-rule'),
  ]),
)

test('a bundle over a corrected rubric holds: the notice is read again with the corrections that it carries', async () => {
  const { holds, checks } = await verified(rubric)
  expect(checks.filter(({ state }) => state !== 'holds')).toEqual([])
  expect(holds).toBe(true)
})

/** Every digest is made anew over the changed rubric, so that nothing but reading the notice again can tell. */
test.each<[what: string, change: (text: string) => string]>([
  ['the amount that was given', (text) => text.replace(/("terms":\{.*?"points":)150/u, '$1250')],
  [
    'the amount that the clause has',
    (text) => text.replace(/("id":"1\.1\.1".*?"points":|"amount":\{"kind":"fixed","points":)150/u, '$1250'),
  ],
  [
    'what the compiler is said to have read',
    (text) =>
      text.replace(
        '"read":{"direction":"deduct","amount":{"kind":"fixed","points":100}',
        '"read":{"direction":"deduct","amount":{"kind":"fixed","points":120}',
      ),
  ],
  [
    'a clause that nobody corrected',
    (text) => text.replace('"amount":{"kind":"fixed","points":50}', '"amount":{"kind":"fixed","points":60}'),
  ],
  [
    'that the taken out sentence was a requirement',
    (text) =>
      text
        .replace('"given":{"kind":"no-rule"}', '"given":{"kind":"requirement"}')
        .replace('"kind":"corrected"', '"kind":"unread"'),
  ],
  ['no correction, where the prices are corrected', (text) => withoutCorrections(text)],
  ['a question left out', (text) => JSON.stringify({ ...(JSON.parse(text) as Rubric), questions: [] })],
])('%s changed in the rubric fails, whatever digests it has', async (_what, change) => {
  const before = JSON.stringify(rubric)
  const changed = change(before)
  expect(changed).not.toBe(before)
  const { holds, checks } = await verified(JSON.parse(changed) as Rubric)
  expect(holds).toBe(false)
  expect(checks.find(({ what }) => what === 'rubric')?.state).toBe('fails')
})

test('the reason of a correction cannot be changed either: the ledger was begun over it', async () => {
  const bundle = await bundleOf(parts(rubric))
  const { checks } = look(bundle.replaceAll('与起草人核对过', '没有核对'))
  expect(checks.find(({ what }) => what === 'rubric')?.failures.map(({ code }) => code)).toContain('rubric-differs')
})

test('what another reader read is not judged by this one: it is left unchecked, and does not hold', async () => {
  const { holds, checks } = await verified({ ...rubric, reader: '0' })
  expect(checks.find(({ what }) => what === 'rubric')?.state).toBe('unchecked')
  expect(holds).toBe(false)
})

test('a rubric without corrections is held by its digest alone', async () => {
  const older = JSON.parse(JSON.stringify(read).replace('"points":50', '"points":60')) as Rubric
  expect((await verified(older)).holds).toBe(true)
})

function withoutCorrections(text: string): string {
  const { remarks, sections, ...rest } = JSON.parse(text) as Rubric
  return JSON.stringify({
    ...rest,
    remarks: remarks.filter(({ correction }) => correction === undefined),
    sections: sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => ({
        ...criterion,
        clauses: criterion.clauses.map(({ correction: _correction, ...clause }) => clause),
      })),
    })),
  })
}

async function verified(over: Rubric) {
  return look(await bundleOf(parts(over)))
}

function parts(over: Rubric): BundleParts {
  return {
    rubric: over,
    notice: CORRECTABLE_NOTICE,
    events: asEvents([opened({ rubricId }), enrolled(), reported(id<ClauseId>('1.1.1'))]),
    calendars: [],
    algorithm: 'sha256',
  }
}

function look(bundle: string) {
  const verification = verifyBundle(linesOf(Buffer.from(bundle)), nodeDigests)
  if (verification.kind !== 'verified') throw new Error(verification.reason)
  return verification
}

function made(result: ReturnType<typeof correctNotice>): Rubric {
  if (!result.ok) throw new Error(result.refusals[0].message)
  return result.value.rubric
}
