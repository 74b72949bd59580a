import { describe, expect, test } from 'vitest'
import { id, type CenterId } from '../kernel/identifiers.ts'
import { DATA_SETS } from './data-sets.ts'
import { guessProfile } from './guess-profile.ts'

const CENTERS = [{ id: id<CenterId>('west'), name: '西镇' }]

function guess(header: readonly string[], sample: readonly (readonly string[])[] = []) {
  const said = { id: 'english', title: '英文表头', source: 'hub' }
  const guessed = guessProfile(said, { header, sample, centers: CENTERS, dataSet: null })
  if (!guessed) throw new Error('nothing guessed')
  return guessed
}

describe('headers in English are guessed as those in Chinese', () => {
  test.each<[file: string, set: string, header: readonly string[], fields: readonly (string | null)[]]>([
    [
      'the names of the fields, written by hand',
      'ratings',
      ['Rating ID', 'Center', 'Channel', 'Satisfaction', 'Rated At', 'Attempt', 'Rater phone'],
      ['record_id', 'center_id', 'channel', 'satisfaction', 'rated_at', 'attempt', 'rater_phone'],
    ],
    [
      'as a database prints them',
      'service_cases',
      ['CASE_ID', 'CENTER_ID', 'ITEM_ID', 'CHANNEL', 'CASE_TYPE', 'STATUS', 'SUBMITTED_AT', 'COMPLETED_AT'],
      ['record_id', 'center_id', 'item_id', 'channel', 'case_type', 'status', 'submitted_at', 'completed_at'],
    ],
    [
      'as a program prints them',
      'hotline_orders',
      [
        'orderNo',
        'centreName',
        'kind',
        'origin',
        'receivedTime',
        'contactedTime',
        'isExtended',
        'callerName',
        'remark',
      ],
      ['record_id', 'center_id', 'kind', 'origin', 'received_at', 'contacted_at', 'is_extended', 'caller_name', null],
    ],
    [
      'other words for a day, in brackets the unit',
      'articles',
      ['Article number', 'Centre', 'Title', 'Submitted date (CST)', 'Adopted'],
      ['record_id', 'center_id', 'title', 'submitted_on', 'is_adopted'],
    ],
    [
      'both languages: the Chinese name comes first',
      'ratings',
      ['评价编号', '被评中心', 'Center name', '评价渠道', '满意度', 'rated_at', 'Rating date', '评价次数'],
      ['record_id', 'center_id', null, 'channel', 'satisfaction', 'rated_at', null, 'attempt'],
    ],
  ])('%s', (_file, set, header, fields) => {
    const { profile } = guess(header)
    const fieldOf = (column: string) =>
      Object.entries(profile.columns).find(([, { from }]) => from.kind === 'column' && from.header === column)?.[0] ??
      null
    expect([profile.dataSet, header.map(fieldOf)]).toEqual([set, fields])
  })

  test('a sign and its words stand beside each other', () => {
    const header = ['Rating ID', 'Center', 'Channel code', 'Channel name', 'Satisfaction', 'Rated at', 'Attempt']
    const { profile } = guess(header, [['P1', 'west', '6', '短信', '满意', '2021-03-01 09:30', '1']])
    expect(profile.columns['channel']).toMatchObject({
      from: { header: 'Channel code' },
      labelColumn: 'Channel name',
      values: { 6: 'sms' },
    })
  })
})

describe.each(DATA_SETS.map((set) => [set.name, set] as const))('%s', (name, set) => {
  test.each([
    ['as they are', (word: string) => word],
    ['in capitals, by words', (word: string) => word.replaceAll('_', ' ').toUpperCase()],
    [
      'as a program writes them',
      (word: string) => word.replaceAll(/_([a-z])/gu, (_all, next: string) => next.toUpperCase()),
    ],
  ])('is known by the names of its fields %s', (_how, write) => {
    const header = set.fields.map((field) => write(field.name))
    const { profile } = guess(header)
    expect(profile.dataSet).toBe(name)
    expect(set.fields.map((field) => profile.columns[field.name]?.from)).toEqual(
      header.map((column) => ({ kind: 'column', header: column })),
    )
  })
})
