import { expect, test } from 'vitest'
import { readCase } from '../read-case.ts'
import type { CorpusEffect } from '../corpus-format.ts'

/** An effect in one line: `deduct 1 每项每人次 [评价率 < 70%]`. */
function told({ direction, amount, per, threshold }: CorpusEffect): string {
  const { kind, ...numbers } = amount
  const figures =
    kind === 'full' || kind === 'unspecified'
      ? kind
      : Object.values(numbers)
          .filter((value) => typeof value === 'string')
          .join('~')
  const units = per.map((unit) => `每${unit}`).join('')
  const when = threshold ? `[${threshold.op} ${threshold.value}${threshold.unit}]` : ''
  return [direction, kind === 'tiers' || kind === 'ordered' ? kind : figures, units, when]
    .filter((part) => part !== '')
    .join(' ')
}

function read(text: string, neighbour: string | null = null, itemPoints: string | null = null): string[] {
  return readCase(text, { section: null, sectionPoints: null, itemPoints, neighbour }).effects.map(told)
}

test.each<[kind: string, text: string, effects: string[]]>([
  ['a fixed price for each of a unit', '台账缺页的，每份扣0.5分', ['deduct 0.5 每份']],
  ['a bare count', '台账缺页，发现一处扣1分', ['deduct 1 每处']],
  ['a count before the comma', '制度不全，缺一项，扣1分', ['deduct 1 每项']],
  ['a product of units', '着装不齐的，每项每人次扣0.5分', ['deduct 0.5 每项每人次']],
  ['a unit after the figure', '迟到1分/人次', ['deduct 1 每人次']],
  ['a minus sign', '漏签\t-1分/次', ['deduct 1 每次']],
  ['a noun that counts', '未挂牌的，每窗口扣1分', ['deduct 1 每窗口']],
  ['Chinese figures', '迟到的每次扣两分，早退的每次扣零点五分', ['deduct 2 每次', 'deduct 0.5 每次']],
  ['a range', '未开展演练的，扣1-3分', ['deduct 1~3']],
  ['a range with the points on both sides', '未开展演练的，扣1分至3分', ['deduct 1~3']],
  ['a reversed range', '视轻重扣5-1分', ['deduct 1~5']],
  ['at most so much', '整改不力的，酌情扣3分以内', ['deduct 0~3']],
  ['no figure at all', '资料不全的酌情扣分', ['deduct unspecified']],
  ['a masked figure', '资料不全的扣X分', ['deduct unspecified']],
  ['a slope', '办结率达到95%得10分，每低1个百分点扣0.5分', ['earn 10 [>= 95%]', 'deduct 0.5~1~个百分点~95~below']],
  ['a slope of days is a unit', '逾期办结的，每超1天扣1分', ['deduct 1~1~天~above']],
  ['a list by level', '获省、市、县表彰的，分别加3分、2分、1分', ['bonus ordered']],
  ['bands of one metric', '满意率90%以上得5分，80%-90%得3分，80%以下不得分', ['earn tiers']],
  ['a share of the points', '得分=按时率×10分', ['earn 10']],
  ['double the price before', '超期的每件扣1分；属督办件的加倍扣分', ['deduct 1 每件', 'deduct 2 每件']],
  ['nothing at all for the item', '弄虚作假的，该项不得分', ['zero full']],
  ['a veto', '发生重大事故的，实行一票否决', ['veto full']],
  ['full marks', '全部落实的得满分', ['earn full']],
])('reads %s', (_kind, text, effects) => {
  expect(read(text)).toEqual(effects)
})

test.each<[what: string, text: string, effects: string[]]>([
  ['a share below', '评价率低于70%的，扣1分', ['deduct 1 [< 70%]']],
  ['a duty turned by 否则', '占比不少于80%，否则扣2分', ['deduct 2 [< 80%]']],
  ['a duty turned by 达不到', '面积不低于30平方米，达不到的扣1分', ['deduct 1 [< 30平方米]']],
  ['a deadline that was missed', '3个工作日内未答复的，每件扣1分', ['deduct 1 每件 [> 3个工作日]']],
  ['以上 with the number itself', '停办3天以上的扣2分', ['deduct 2 [>= 3天]']],
  ['以上 without it', '聚集10人以上（不含10人）的扣3分', ['deduct 3 [> 10人]']],
  ['a running count', '第三次及以上的每次扣5分', ['deduct 5 每次 [>= 3次]']],
  ['two conditions sharing a price: no threshold', '不足48小时或者未留样的扣1分', ['deduct 1']],
  ['a shortfall: no threshold', '走访不少于4次，每少一次扣1分', ['deduct 1 每次']],
])('reads the threshold of %s', (_what, text, effects) => {
  expect(read(text)).toEqual(effects)
})

test.each([
  '考核得分由日常检查和年终检查组成，各占50%。',
  '三、窗口纪律（20分）',
  '基础分100分，最高不超过110分。',
  '得分90分以上的为优秀，80分以上的为良好。',
  '同一问题不重复扣分。',
  '每扣1分折算绩效50元。',
  '由分管领导负责，每月召开2次例会，每次30分钟。',
])('moves no points: %s', (text) => {
  expect(read(text)).toEqual([])
})

test('a price cell takes its requirement from the cell beside', () => {
  expect(read('未达到的扣2分', '群众满意率95%以上')).toEqual(['deduct 2 [< 95%]'])
})
