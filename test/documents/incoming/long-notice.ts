import type { ContentCriterion, ContentSection, NoticeContent } from './notice-content.ts'

/** A notice as long as no office has issued one, and what it must be read as. */
export interface LongNotice {
  readonly content: NoticeContent
  /** Of each clause: its id and its price in hundredths, or the ends of what may be taken. */
  readonly clauses: readonly (readonly [id: string, points: number | readonly [number, number]])[]
}

const SECTIONS = 25
const ITEMS = 36
/** Every ninth item has a second clause. */
const EVERY = 9

/** Twenty-five sections of thirty-six items: a thousand clauses, no two sentences alike. */
export function longNotice(): LongNotice {
  const clauses: (readonly [string, number | readonly [number, number]])[] = []
  const criterion = (section: number, item: number): ContentCriterion => {
    const id = `${section}.${item}`
    const seed = (section - 1) * ITEMS + item
    const first = sentence(seed, section)
    clauses.push([`${id}.1`, first.points])
    if (item % EVERY !== 0) return { id, mark: `${item}、`, text: `${first.text}。` }
    const second = sentence(seed + SECTIONS * ITEMS, section)
    clauses.push([`${id}.2`, second.points])
    return { id, mark: `${item}、`, text: `${first.text}；${second.text}。` }
  }
  const sections = Array.from({ length: SECTIONS }, (_, at): ContentSection => {
    const id = at + 1
    const criteria = Array.from({ length: ITEMS }, (_item, item) => criterion(id, item + 1))
    return {
      id: `${id}`,
      heading: `${han(id)}、${AREAS[at]}管理 (100分)`,
      criteria,
    }
  })
  return {
    clauses,
    content: {
      before: [
        { text: '示范办〔2021〕7号', level: 0 },
        { text: '示范区服务中心2021年考核评分细则', level: 1 },
        { text: '各中心：现将细则印发给你们，请遵照执行。', level: 0 },
      ],
      header: ['考核内容', '考核项目', '得分'],
      sections,
      total: ['合 计', '', ''],
      after: [{ text: '2021年3月1日', level: 0 }],
    },
  }
}

interface PricedSentence {
  readonly text: string
  readonly points: number | readonly [number, number]
}

function sentence(seed: number, section: number): PricedSentence {
  const place = `${AREAS[section - 1]}第${seed}号${PLACES[seed % PLACES.length]}`
  const breach = BREACHES[Math.floor(seed / PLACES.length) % BREACHES.length]
  const price = PRICES[seed % PRICES.length] ?? PRICES[0]
  return { text: `${place}${breach}，${price.text}`, points: price.points }
}

function han(value: number): string {
  const digits = '零一二三四五六七八九'
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens > 1 ? digits.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits.charAt(ones) : ''}`
}

const AREAS = Array.from(
  '档案财务人事信息环境卫生安全消防设备网络制度培训宣传监督廉洁车辆食堂会议采购合同印章保密考勤值班绿化'.match(
    /../gu,
  ) ?? [],
)
const PLACES = [
  '窗口',
  '柜台',
  '等候区',
  '自助区',
  '咨询台',
  '资料架',
  '公示栏',
  '意见箱',
  '会议室',
  '值班室',
  '设备间',
]
const BREACHES = [
  '卫生不整洁，物品摆放杂乱，影响服务对象办事',
  '人员擅自离岗，未按规定履行请假手续',
  '资料更新不及时，与现行规定不一致',
  '台账记录不完整，无法说明办理经过和结果',
  '设施损坏后没有及时报修，也没有张贴提示',
  '未按要求开展自查，发现问题没有整改措施',
  '对服务对象态度生硬，解释说明不耐心',
]
const PRICES: readonly [PricedSentence, ...PricedSentence[]] = [
  { text: '每次扣0.5分', points: 50 },
  { text: '查实一例扣1分', points: 100 },
  { text: '发现一次扣2分', points: 200 },
  { text: '每缺一项扣0.2分', points: 20 },
  { text: '酌情扣1-3分', points: [100, 300] },
  { text: '每人次扣0.3分', points: 30 },
  { text: '每件扣1.5分', points: 150 },
]
