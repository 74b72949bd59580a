import type { Random } from '../../core/kernel/random.ts'

/** People who do not exist: common names, numbers that no operator and no police office has given out. */
export interface MadeUpPerson {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
}

export function madeUpPerson(random: Random): MadeUpPerson {
  const born = `${1940 + random.below(64)}${two(1 + random.below(12))}${two(1 + random.below(28))}`
  return {
    name: madeUpName(random),
    idNumber: idNumberOf(`${random.pick(REGIONS)}${born}${String(random.below(1000)).padStart(3, '0')}`),
    phone: `12${String(random.below(1_000_000_000)).padStart(9, '0')}`,
  }
}

function madeUpName(random: Random): string {
  const given = random.chance(70) ? random.pick(GIVEN) + random.pick(GIVEN) : random.pick(GIVEN)
  return random.pick(SURNAMES) + given
}

/** Regions that the state's list of divisions does not have, and the check digit after the right one. */
function idNumberOf(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0)
  return seventeen + (CHECK_DIGITS[(sum + 1) % 11] ?? '0')
}

const REGIONS = ['319998', '319997', '329996', '339995', '349994', '419993']

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const CHECK_DIGITS = '10X98765432'

const SURNAMES = [
  ...Array.from(
    '王李张刘陈王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常',
  ),
  '欧阳',
  '上官',
  '诸葛',
]

const GIVEN = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文志海燕春梅晨宇欣怡子涵浩然思雨嘉俊博雅婷雪琳佳慧峰鹏飞龙云龙波斌辉健宁亮晓东荣生福根宝珍凤仙巧林森炜琪瑶璐洁萍莉蕾倩颖',
)

function two(value: number): string {
  return String(value).padStart(2, '0')
}
