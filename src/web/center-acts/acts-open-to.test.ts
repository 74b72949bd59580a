import { expect, test } from 'vitest'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { actsOpenTo, type CenterAct } from './acts-open-to.ts'

const untouched = {
  standing: 'notified',
  reply: 'none',
  replyBy: null,
  appeal: null,
  appealBy: null,
  rectification: 'none',
} as const satisfies Parameters<typeof actsOpenTo>[0]

const until = (day: string) => ({
  lastDay: plainDate(day),
  workingDays: 5,
  countedFrom: plainDate('2021-10-18'),
  calendarVersion: '一',
})
const pending = { appealId: 'a1' as never, grounds: '', outcome: 'pending' } as const

test.each<[given: string, finding: Partial<Parameters<typeof actsOpenTo>[0]>, acts: readonly CenterAct[]]>([
  ['told today and due today', { replyBy: until('2021-10-25') }, ['reply', 'plan']],
  ['told, and the last day gone', { replyBy: until('2021-10-22') }, ['plan']],
  ['answered already', { replyBy: until('2021-10-29'), reply: 'contested' }, ['plan']],
  ['not told yet', { standing: 'reported' }, []],
  ['decided and served', { standing: 'substantiated', appealBy: until('2021-10-29') }, ['appeal', 'plan']],
  ['decided and not served', { standing: 'substantiated' }, ['plan']],
  ['appealed', { standing: 'substantiated', appealBy: until('2021-10-29'), appeal: pending }, ['plan']],
  ['a plan under way', { rectification: 'planned' }, ['submit']],
  ['put right and returned', { rectification: 'returned' }, ['submit', 'plan']],
  ['put right and accepted', { rectification: 'accepted' }, []],
  ['dismissed while a plan was under way', { standing: 'dismissed', rectification: 'planned' }, []],
])('%s', (_given, finding, acts) => {
  expect(actsOpenTo({ ...untouched, ...finding }, '2021-10-25')).toEqual(acts)
})
