import { describe, expect, test } from 'vitest'
import { id, type CenterId } from '../../../../core/kernel/identifiers.ts'
import { guessProfile } from '../../../../core/records/guess-profile.ts'
import { changeDraft, draftOf, unansweredIn, type Draft, type DraftChange, type DraftGround } from './draft.ts'

const HEADER = ['评价编号', '被评中心', '评价渠道', '满意度代码', '评价时间', '评价次数', '文字', '备注']
const ON: DraftGround = {
  header: HEADER,
  sample: [
    ['R1', '东街道', '短信', '1', '2021-03-05 09:30', '1', '满意', ''],
    ['R2', '南街道', '短信', '2', '2021-03-05 09:31', '1', '不满意', ''],
  ],
  centers: [{ id: id<CenterId>('east'), name: '东街道' }],
}

function guessed(): Draft {
  const guess = guessProfile({ id: 'r', title: '好差评', source: 'city' }, { ...ON, dataSet: 'ratings' })
  if (guess === null) throw new Error('not guessed')
  return draftOf(guess.profile, guess.open)
}

const after = (...changes: readonly DraftChange[]) =>
  changes.reduce((draft, change) => changeDraft(draft, change, ON), guessed())

const SAID: readonly DraftChange[] = [
  { kind: 'value', field: 'satisfaction', from: '1', to: 'satisfied' },
  { kind: 'value', field: 'satisfaction', from: '2', to: 'dissatisfied' },
  { kind: 'value', field: 'center_id', from: '南街道', to: 'east' },
]

test.each<[given: string, changes: readonly DraftChange[], fields: readonly (string | null)[], agrees: boolean]>([
  ['a guess leaves digits and strange centers open', [], ['center_id', 'satisfaction', 'satisfaction'], false],
  ['what was said is open no more', SAID, [], false],
  ['the columns left out are agreed to', [...SAID, { kind: 'agree', agrees: true }], [], true],
  [
    'words beside the digits prove them',
    [{ kind: 'label', field: 'satisfaction', header: '文字' }],
    ['center_id'],
    false,
  ],
  ['a required field without a column is open', [...SAID, { kind: 'column', field: 'attempt', header: '' }], ['attempt'], false], // prettier-ignore
  ['a fixed value answers it', [...SAID, { kind: 'column', field: 'attempt', header: '' }, { kind: 'constant', field: 'attempt', value: '1' }], [], false], // prettier-ignore
  ['no title is open', [...SAID, { kind: 'named', name: 'title', value: ' ' }], [null], false],
  ['no form of a date is open', [...SAID, { kind: 'forms', field: 'rated_at', forms: [] }], ['rated_at'], false],
  ['a value met in the rows is open', [...SAID, { kind: 'met', column: '满意度代码', values: ['7', '1'] }], ['satisfaction'], false], // prettier-ignore
])('%s', (_given, changes, fields, agrees) => {
  const draft = after(...changes)
  expect(unansweredIn(draft).map(({ field }) => field)).toEqual(fields)
  expect(draft.agreesToIgnore).toBe(agrees)
})

describe('a column that a person names', () => {
  test('is read by what its values show, and no longer left out', () => {
    const draft = after({ kind: 'column', field: 'words', header: '备注' })
    expect(draft.profile.columns['words']).toMatchObject({ from: { header: '备注' }, privacy: 'mask' })
    expect(draft.profile.ignored).toEqual(['文字'])
  })

  test('makes its dates known by their form', () => {
    const draft = after({ kind: 'column', field: 'verified_at', header: '评价时间' })
    expect(draft.profile.columns['verified_at']?.forms).toEqual(['YYYY-MM-DD hh:mm'])
  })

  test('asks anew whether the rest may be left out', () => {
    const draft = after({ kind: 'agree', agrees: true }, { kind: 'column', field: 'words', header: '备注' })
    expect(draft.agreesToIgnore).toBe(false)
  })

  test('keeps what was decided of the person it names', () => {
    const draft = after(
      { kind: 'column', field: 'words', header: '备注' },
      { kind: 'privacy', field: 'words', privacy: 'drop' },
      { kind: 'column', field: 'words', header: '文字' },
    )
    expect(draft.profile.columns['words']).toMatchObject({ from: { header: '文字' }, privacy: 'drop' })
  })
})
