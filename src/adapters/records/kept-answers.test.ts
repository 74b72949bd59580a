import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { LINE } from '../../../test/detections/detection-case.ts'
import { askedFor } from '../../../test/fixtures/kept-records.ts'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { QueryAnswer, QueryAsked } from '../../app/ports/record-store.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { BESIDE_BYTES, keptAnswers, type Attempt, type KeptAnswers } from './kept-answers.ts'

const [EAST, WEST] = [id<TenantId>('east'), id<TenantId>('west')]
const ASKED = askedFor('SELECT center_id FROM ratings WHERE stars <= 3', ['ratings'], { mayBeKept: true })
const HELD = ['ratings 2021-01 a', 'ratings 2021-02 b']
const ANSWER: QueryAnswer = { columns: ['center_id', 'n'], rows: [['a', 1], ['“一窗”\n', null], ['c', -7]] } // prettier-ignore

interface Question {
  readonly tenantId?: TenantId
  readonly asked?: Partial<QueryAsked>
  readonly held?: readonly string[]
  readonly isThere?: boolean
  readonly answer?: Attempt
}

/** What is answered, and whether it had to be asked for. */
async function answered(answers: KeptAnswers, question: Question = {}) {
  const { tenantId = EAST, asked = {}, held = HELD, isThere = true, answer = accepted(ANSWER) } = question
  let isAsked = false
  const given = await answers.orAsk(tenantId, { ...ASKED, ...asked }, held, {
    isThere: async () => isThere,
    ask: async () => {
      isAsked = true
      return { answer, used: new Set(['ratings']) }
    },
  })
  return { given, isAsked }
}

test('the very same is answered again, value by value, and says so', async () => {
  const answers = keptAnswers()
  expect(await answered(answers)).toEqual({ given: accepted(ANSWER), isAsked: true })
  expect(await answered(answers)).toEqual({ given: accepted({ ...ANSWER, isKept: true }), isAsked: false })
})

const [first, ...days] = LINE.days
if (first === undefined) throw new Error('a line without days')

test.each<[what: string, question: Question]>([
  ['the text, or a parameter in it', { asked: { sql: ASKED.sql.replace('3', '2') } }],
  ['the centers', { asked: { centers: ASKED.centers.slice(1) } }],
  ['the beginning of the period', { asked: { from: plainDate('2021-02-01') } }],
  ['the end of the period', { asked: { to: plainDate('2021-11-30') } }],
  [
    'the calendar, though it bears the same name',
    { asked: { line: { ...LINE, days: [{ ...first, isWorkingDay: !first.isWorkingDay }, ...days] } } },
  ],
  ['how many rows there may be', { asked: { maxRows: 2 } }],
  ['which data sets it may read', { asked: { dataSets: ['ratings', 'articles'] } }],
  ['the content of one month', { held: ['ratings 2021-01 a', 'ratings 2021-02 c'] }],
  ['the months', { held: [...HELD, 'ratings 2021-03 d'] }],
  ['the district, which sees nothing of another', { tenantId: WEST }],
  ['that its records are not what they should be', { isThere: false }],
  ['that it may not be', { asked: { mayBeKept: false } }],
])('it is asked again where another is %s', async (_what, question) => {
  const answers = keptAnswers()
  await answered(answers)
  expect(await answered(answers, question)).toEqual({ given: accepted(ANSWER), isAsked: true })
})

test.each<[what: string, question: Question]>([
  ['what was refused', { answer: refusedRecords('query-stopped') }],
  ['what changed meanwhile', { answer: 'changed' }],
  ['what was not there any more when it had been read', { isThere: false }],
  ['what nobody may keep', { asked: { mayBeKept: false } }],
])('%s is not kept', async (_what, question) => {
  const answers = keptAnswers()
  await answered(answers, question)
  expect(await answered(answers)).toMatchObject({ isAsked: true })
})

test('what records were found wanting for is asked again when they are there again', async () => {
  const answers = keptAnswers()
  await answered(answers)
  await answered(answers, { isThere: false })
  expect(await answered(answers)).toMatchObject({ isAsked: true })
})

test('a district that is gone leaves nothing, and the others all', async () => {
  const answers = keptAnswers()
  for (const tenantId of [EAST, WEST]) await answered(answers, { tenantId })
  answers.forget(EAST)
  expect(await answered(answers, { tenantId: EAST })).toMatchObject({ isAsked: true })
  expect(await answered(answers, { tenantId: WEST })).toMatchObject({ isAsked: false })
})

test('where there is no more room, what was not asked for the longest goes, and what is too large is not kept', async () => {
  const numbered = (rows: number) => ({ ...ANSWER, rows: Array.from({ length: rows }, (_, at) => [at, at * 7919]) })
  const answers = keptAnswers(4 * (deflateRawSync(JSON.stringify(numbered(90))).length + BESIDE_BYTES))
  const ask = async (sql: string, rows = 90) =>
    (await answered(answers, { asked: { sql }, answer: accepted(numbered(rows)) })).isAsked
  for (const name of ['a', 'b', 'c', 'd']) expect(await ask(name)).toBe(true)
  expect(await ask('a')).toBe(false)
  expect(await ask('e')).toBe(true)
  expect([await ask('a'), await ask('c'), await ask('d'), await ask('e')]).toEqual([false, false, false, false])
  expect(await ask('b')).toBe(true)
  expect([await ask('large', 99), await ask('large', 99)]).toEqual([true, true])
})
