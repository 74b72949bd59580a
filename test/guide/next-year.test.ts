import { beforeAll, expect, test } from 'vitest'
import { checkDraft } from '../../src/core/analysis/next-year/check-draft.ts'
import { wholeNextYear, type NextYear } from '../../src/core/analysis/next-year/next-year.ts'
import { CHANGE_WORDS } from '../../src/core/analysis/next-year/notice-change-sides.ts'
import { DRAFT_EDITS, draftRubric } from '../fixtures/draft-notice.ts'
import { chapter, workedYear } from './worked-year.ts'

let text = ''
let told: NextYear
let faultOfSeven = ''
beforeAll(async () => {
  text = await chapter('next-year')
  const year = await workedYear()
  told = wholeNextYear(year, await draftRubric())
  faultOfSeven =
    checkDraft(year.rubric).find(({ code, place }) => code === 'section-loses-more' && place === '七')?.says ?? ''
})

test('the answer in one sentence, and how the parts add up, are those of the worked year', () => {
  expect(text).toContain(`> ${told.lead}\n`)
  expect(text).toContain(told.apartSays)
  expect(DRAFT_EDITS).toHaveLength(9)
  expect(told.changes).toHaveLength(11)
})

test('the changes that move points are the rows of the table, heaviest first', () => {
  const rows = text.split('\n').filter((line) => line.endsWith('% |'))
  const moving = told.changes.filter(({ share }) => share > 0).toSorted((a, b) => b.share - a.share)
  expect(rows).toEqual(
    moving.map(
      ({ name, before, after, says, share }) =>
        `| ${after?.place ?? before?.place ?? ''} ${CHANGE_WORDS[name]} | ${says} | ${Math.round(share / 100)}% |`,
    ),
  )
})

test('what is carried over, decided again and left behind is counted as it is', () => {
  const { counts, undecided, notCarried, unseen } = told
  expect(text).toContain(`照原样带过去，例子里${counts.same}件`)
  expect(text).toContain(`例子里共${counts.repriced}件`)
  expect(text).toContain(
    `现在是幅度的${counts['amount-open']}件，原来定的分值不在新幅度里的${counts['amount-outside']}件`,
  )
  const outside = undecided.find(({ says }) => says.startsWith('原来定的分值'))
  expect(text).toContain(`第${outside?.number ?? 0}号，${outside?.says.split('，').slice(2).join('，') ?? ''}`)
  expect(text).toContain(`例子里${counts.notCarried}件，页面逐款写明原因`)
  expect(text).toContain(`例子里${counts.answers}条`)
  expect(counts.notCarried).toBe(notCarried.reduce((sum, { cases }) => sum + cases, 0))
  expect(unseen.map(({ place }) => place)).toEqual(['三.4.1', '五.12'])
  const late = notCarried.find(({ place }) => place === '三.3')
  expect(text).toContain(`${late?.cases ?? 0}件全都算不进来`)
})

test('the known fault of the seventh section is quoted as it is told', () => {
  expect(faultOfSeven).not.toBe('')
  expect(text).toContain(faultOfSeven)
})
