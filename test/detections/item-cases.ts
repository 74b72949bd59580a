import type { DetectionCases } from './detection-case.ts'
import type { TestRecord } from './tables.ts'

const required = (item: string, from: string, to: string | null = null): TestRecord => ({
  item_id: item,
  item_name: item,
  from_on: from,
  to_on: to,
})

const offered = (item: string, from: string, to: string | null = null, more: TestRecord = {}): TestRecord => ({
  center_id: 'a',
  item_id: item,
  from_on: from,
  to_on: to,
  ...more,
})

const only = { centers: ['a'] }

export const ITEMS_MISSING: DetectionCases = {
  detection: 'items-missing',
  rows: [
    [
      'offered since long ago',
      { required_items: [required('x', '2019-01-01')], offered_items: [offered('x', '2018-05-01')] },
      [],
      only,
    ],
    [
      'never offered',
      { required_items: [required('x', '2019-01-01')] },
      ['a a/x 2021-01-01 ×1 <required_items/sys/1@1>'],
      only,
    ],
    [
      'offered by one center and not by the other',
      { required_items: [required('x', '2019-01-01')], offered_items: [offered('x', '2018-05-01')] },
      ['b b/x 2021-01-01 ×1 <required_items/sys/1@1>'],
    ],
    [
      'required within the year and offered on that day',
      { required_items: [required('x', '2021-06-01')], offered_items: [offered('x', '2021-06-01')] },
      [],
      only,
    ],
    [
      'offered one day late',
      { required_items: [required('x', '2021-06-01')], offered_items: [offered('x', '2021-06-02')] },
      ['a a/x 2021-06-01 ×1 <required_items/sys/1@1>'],
      only,
    ],
    [
      'given up before the year without approval',
      { required_items: [required('x', '2019-01-01')], offered_items: [offered('x', '2018-05-01', '2020-12-31')] },
      ['a a/x 2021-01-01 ×1 <required_items/sys/1@1>'],
      only,
    ],
    [
      'given up before the year with approval',
      {
        required_items: [required('x', '2019-01-01')],
        offered_items: [offered('x', '2018-05-01', '2020-12-31', { approval_no: '沪民〔2020〕1号' })],
      },
      [],
      only,
    ],
    [
      'given up within the year: that is another clause',
      { required_items: [required('x', '2019-01-01')], offered_items: [offered('x', '2018-05-01', '2021-05-31')] },
      [],
      only,
    ],
    [
      'no longer required when the year began',
      { required_items: [required('x', '2019-01-01', '2020-12-31')] },
      [],
      only,
    ],
    [
      'required until the first day of the year',
      { required_items: [required('x', '2019-01-01', '2021-01-01')] },
      ['a a/x 2021-01-01 ×1 <required_items/sys/1@1>'],
      only,
    ],
    ['not required yet', { required_items: [required('x', '2021-06-01')] }, [], { ...only, asOf: '2021-05-31' }],
    [
      'required from today',
      { required_items: [required('x', '2021-06-01')] },
      ['a a/x 2021-06-01 ×1 <required_items/sys/1@1>'],
      { ...only, asOf: '2021-06-01' },
    ],
    [
      'required from the last day of the year',
      { required_items: [required('x', '2021-12-31')] },
      ['a a/x 2021-12-31 ×1 <required_items/sys/1@1>'],
      only,
    ],
    [
      'offered on the first day of the year and given up then',
      {
        required_items: [required('x', '2019-01-01')],
        offered_items: [offered('x', '2021-01-01', '2021-01-01')],
      },
      [],
      only,
    ],
    [
      'offered on the first day that it is required and given up then',
      {
        required_items: [required('x', '2021-06-01')],
        offered_items: [offered('x', '2020-01-01', '2021-06-01')],
      },
      [],
      only,
    ],
    ['required from the next year', { required_items: [required('x', '2022-01-01')] }, [], only],
  ],
}

export const ITEMS_CHANGED: DetectionCases = {
  detection: 'items-changed-unapproved',
  rows: [
    [
      'an item more, without approval',
      { offered_items: [offered('y', '2021-04-01')] },
      ['a sys/1/added 2021-04-01 ×1 <offered_items/sys/1@1>'],
    ],
    ['an item more, with approval', { offered_items: [offered('y', '2021-04-01', null, { approval_no: '批1' })] }, []],
    [
      'an item that is no longer required',
      { required_items: [required('x', '2019-01-01', '2021-03-31')], offered_items: [offered('x', '2021-04-01')] },
      ['a sys/1/added 2021-04-01 ×1 <offered_items/sys/1@1>'],
    ],
    [
      'an item that is required until that day',
      { required_items: [required('x', '2019-01-01', '2021-04-01')], offered_items: [offered('x', '2021-04-01')] },
      [],
    ],
    [
      'what another center or another item had until the day before is nothing gone on with',
      {
        offered_items: [
          offered('y', '2018-01-01', '2021-03-31', { center_id: 'b' }),
          offered('z', '2018-01-01', '2021-03-31'),
          offered('y', '2021-04-01'),
        ],
      },
      ['a sys/3/added 2021-04-01 ×1 <offered_items/sys/3@1>'],
    ],
    [
      'nor is what another center or another item has from the day after',
      {
        required_items: [required('x', '2019-01-01')],
        offered_items: [
          offered('x', '2018-01-01', '2021-05-31'),
          offered('x', '2021-06-01', null, { center_id: 'b' }),
          offered('z', '2021-06-01', null, { approval_no: '批3' }),
        ],
      },
      ['a sys/1/removed 2021-06-01 ×1 <offered_items/sys/1@1>'],
    ],
    [
      'an extra item taken up again after a day without',
      { offered_items: [offered('y', '2018-01-01', '2021-03-30'), offered('y', '2021-04-01')] },
      ['a sys/2/added 2021-04-01 ×1 <offered_items/sys/2@1>'],
    ],
    [
      'given up before it is required',
      { required_items: [required('x', '2021-06-02')], offered_items: [offered('x', '2018-01-01', '2021-05-31')] },
      [],
    ],
    [
      'given up the day before it is required',
      { required_items: [required('x', '2021-06-01')], offered_items: [offered('x', '2018-01-01', '2021-05-31')] },
      ['a sys/1/removed 2021-06-01 ×1 <offered_items/sys/1@1>'],
    ],
    [
      'seen on the first day without it',
      { required_items: [required('x', '2019-01-01')], offered_items: [offered('x', '2018-01-01', '2021-09-30')] },
      ['a sys/1/removed 2021-10-01 ×1 <offered_items/sys/1@1>'],
      { asOf: '2021-10-01' },
    ],
    ['an item more, in the year before', { offered_items: [offered('y', '2022-01-04')] }, []],
    [
      'an item that is required from that day',
      { required_items: [required('x', '2021-04-01')], offered_items: [offered('x', '2021-04-01')] },
      [],
    ],
    [
      'an item one day before it is required',
      { required_items: [required('x', '2021-04-02')], offered_items: [offered('x', '2021-04-01')] },
      ['a sys/1/added 2021-04-01 ×1 <offered_items/sys/1@1>'],
    ],
    [
      'a required item given up',
      { required_items: [required('x', '2019-01-01')], offered_items: [offered('x', '2018-01-01', '2021-05-31')] },
      ['a sys/1/removed 2021-06-01 ×1 <offered_items/sys/1@1>'],
    ],
    [
      'a required item given up with approval',
      {
        required_items: [required('x', '2019-01-01')],
        offered_items: [offered('x', '2018-01-01', '2021-05-31', { approval_no: '批2' })],
      },
      [],
    ],
    [
      'an item given up as the requirement ends',
      {
        required_items: [required('x', '2019-01-01', '2021-05-31')],
        offered_items: [offered('x', '2018-01-01', '2021-05-31')],
      },
      [],
    ],
    [
      'an item registered anew from the next day on',
      {
        required_items: [required('x', '2019-01-01')],
        offered_items: [offered('x', '2018-01-01', '2021-05-31'), offered('x', '2021-06-01')],
      },
      [],
    ],
    [
      'an item taken up again one day too late',
      {
        required_items: [required('x', '2019-01-01')],
        offered_items: [offered('x', '2018-01-01', '2021-05-31'), offered('x', '2021-06-02')],
      },
      ['a sys/1/removed 2021-06-01 ×1 <offered_items/sys/1@1>'],
    ],
    [
      'an extra item whose registration goes on in a new line',
      { offered_items: [offered('y', '2018-01-01', '2021-05-31'), offered('y', '2021-06-01')] },
      [],
    ],
    [
      'given up on the last day of the year: the first day without it lies in the next',
      { required_items: [required('x', '2019-01-01')], offered_items: [offered('x', '2018-01-01', '2021-12-31')] },
      [],
    ],
    [
      'given up on the last day of the year before',
      { required_items: [required('x', '2019-01-01')], offered_items: [offered('x', '2018-01-01', '2020-12-31')] },
      ['a sys/1/removed 2021-01-01 ×1 <offered_items/sys/1@1>'],
    ],
    [
      'to be given up on a day still to come',
      { required_items: [required('x', '2019-01-01')], offered_items: [offered('x', '2018-01-01', '2021-09-30')] },
      [],
      { asOf: '2021-09-30' },
    ],
  ],
}
