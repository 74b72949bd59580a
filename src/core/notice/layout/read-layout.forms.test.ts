import { describe, expect, test } from 'vitest'
import { readLayout } from './notice-layout.ts'

/** A section as `label|title|points`, its items below it as `  label|points|requirement|text`. */
function shown(source: string): string[] {
  return readLayout(source).sections.flatMap(({ label, title, points, items }) => [
    `${label}|${title}|${points ?? ''}`,
    ...items.map((item) => `  ${item.label}|${item.points ?? ''}|${item.requirement?.text ?? ''}|${item.text.text}`),
  ])
}

type Form = [form: string, source: string, sections: string[]]

describe('plain text', () => {
  test.each<Form>([
    [
      'headings with points, numbered lines, wrapped lines',
      '一、晨检（20分）\n1. 未量体温的，每人次扣0.5分；情节严\n重的，每次扣2分。\n2、迟开门，扣1分。\n二、午休（满分30分）\n（1）喧哗一次扣1分。',
      [
        '一|晨检|20',
        '  1|||未量体温的，每人次扣0.5分；情节严重的，每次扣2分。',
        '  2|||迟开门，扣1分。',
        '二|午休|30',
        '  （1）|||喧哗一次扣1分。',
      ],
    ],
    [
      'heading and sentences in one line, a date and a decimal in a sentence',
      '一、借阅（20分）：1、丢书一本扣1分；2、2021年3月1日后未补的，扣0.5分。\n二、卫生，共15分。①地脏一处扣0.5分；②窗脏扣1分。',
      [
        '一|借阅|20',
        '  1|||丢书一本扣1分；',
        '  2|||2021年3月1日后未补的，扣0.5分。',
        '二|卫生|15',
        '  ①|||地脏一处扣0.5分；',
        '  ②|||窗脏扣1分。',
      ],
    ],
    [
      'chapters whose parts carry the points',
      '一、共性（60分）\n（一）组织（20分）\n1.无方案扣2分。\n（二）制度（40分）\n1.缺一项扣1分。\n二、加分项\n1.获表彰加2分。',
      [
        '（一）|组织|20',
        '  1|||无方案扣2分。',
        '（二）|制度|40',
        '  1|||缺一项扣1分。',
        '二|加分项|',
        '  1|||获表彰加2分。',
      ],
    ],
    [
      'parts without points below a heading that has them',
      '一、共性（60分）\n（一）组织\n1.无方案扣2分。\n（二）制度\n1.缺一项扣1分。',
      ['一|共性|60', '  1|||无方案扣2分。', '  1|||缺一项扣1分。'],
    ],
    [
      'a sentence with points of its own and a list below it',
      '一、值守（20分）\n1.着装（5分）。不整每次扣1分。\n2.首问（5分）。\n（1）推诿每次扣1分；\n（2）不告知每次扣2分。\n3.迟到扣1分',
      [
        '一|值守|20',
        '  1|5||着装（5分）。不整每次扣1分。',
        '  2|5||首问（5分）。\n（1）推诿每次扣1分；\n（2）不告知每次扣2分。',
        '  3|||迟到扣1分',
      ],
    ],
    [
      'decimal numbers',
      '1 浇水（20分）\n1.1 花（10分）\n1.1.1 漏浇一盆扣0.5分\n1.2 树（10分）\n1.2.1 漏浇一棵扣1.5分',
      ['1.1|花|10', '  1.1.1|||漏浇一盆扣0.5分', '1.2|树|10', '  1.2.1|||漏浇一棵扣1.5分'],
    ],
    [
      'articles, the first chapter without rules',
      '第一章 总则\n第一条 为规范管理，制定本办法。\n第二章 扣分（50分）\n第二条 有下列情形的，每次扣1分：\n（一）迟到的；\n（二）早退的。',
      ['第二章|扣分|50', '  第二条|||有下列情形的，每次扣1分：\n（一）迟到的；\n（二）早退的。'],
    ],
    [
      'a price with a space before it and a requirement with points are no headings',
      '一、灯塔（20分）\n1、误点的，每次（件）扣 1分。\n2、每月擦灯不少于4次(2分)。\n3、有方案，得满分\n无方案，不得分',
      [
        '一|灯塔|20',
        '  1|||误点的，每次（件）扣 1分。',
        '  2|2||每月擦灯不少于4次(2分)。',
        '  3|||有方案，得满分\n无方案，不得分',
      ],
    ],
    ['no headings at all', '1、迟到扣1分；\n2、早退扣2分；', ['||', '  1|||迟到扣1分；', '  2|||早退扣2分；']],
    [
      'names without numbers, counting from 1 below each',
      '晨练\n1、缺席一次扣1分\n2、迟到一次扣2分\n夜跑\n1、缺席一次扣5分',
      ['|晨练|', '  1|||缺席一次扣1分', '  2|||迟到一次扣2分', '|夜跑|', '  1|||缺席一次扣5分'],
    ],
    [
      'general rules and notes stay outside',
      '一、晨检（20分）\n1.迟到扣1分。\n各项扣完为止。\n注：另行通知。\n1.注一扣分不计入。',
      ['一|晨检|20', '  1|||迟到扣1分。'],
    ],
  ])('%s', (_form, source, sections) => {
    expect(shown(source)).toEqual(sections)
  })
})

describe('tables of tabs', () => {
  test.each<Form>([
    [
      'an empty first cell means as above; rows of one list',
      '考核内容\t扣分标准\n船\t1、漏水扣5分\n\t2、无桨扣3分\n桥\t1、无栏扣2分',
      ['|船|', '  1|||漏水扣5分', '  2|||无桨扣3分', '|桥|', '  1|||无栏扣2分'],
    ],
    [
      'rows of their own name the sections; the header is repeated; a total',
      '考核内容\t标准分\t扣分标准\n一、船（10分）\t\t\n每日检查\t5\t少一次扣1分\n考核内容\t标准分\t扣分标准\n台账齐全\t5\t缺一份扣0.5分\n合计\t10\t',
      ['一|船|10', '  |5|每日检查|少一次扣1分', '  |5|台账齐全|缺一份扣0.5分'],
    ],
    [
      'a row is a section where each has points and rules of its own',
      '序号\t考核内容\t分值\t评分标准\t得分\n1\t船\t10\t1、漏水一次扣1分；2、沉没一次扣2分。\t\n2\t桥\t5\t无栏扣0.5分\t',
      ['1|船|10', '  1|||漏水一次扣1分；', '  2|||沉没一次扣2分。', '2|桥|5', '  |||无栏扣0.5分'],
    ],
    [
      'requirement and price numbered side by side, points at the end of the requirement',
      '类别\t考核要求\t评分标准\n船（10分）\t1、按时开船。(4分)2、挂灯。(6分)\t1、晚开一次扣1分。2、无灯扣0.5分。',
      ['|船|10', '  1|4|按时开船。(4分)|晚开一次扣1分。', '  2|6|挂灯。(6分)|无灯扣0.5分。'],
    ],
    [
      'points added up, 记2分, subgroups beside the requirement, a column of sources',
      '一级指标\t二级指标\t三级指标\t计分方法\t数据来源\n船（23分+10分）\t夜航\t灯亮，记2分\t不亮不得分\t现场\n\t\t哨响\t不响扣1分\t现场',
      ['|船|33', '  |2|夜航\n灯亮，记2分|不亮不得分', '  ||哨响|不响扣1分'],
    ],
    [
      'two columns of points',
      '一级指标\t分值\t二级指标\t分值\t考核细则\n船\t30\t灯\t10\t坏一盏扣1分\n\t\t桨\t20\t断一支扣2分\n桥\t20\t栏\t20\t断一处扣5分',
      ['|船|30', '  |10|灯|坏一盏扣1分', '  |20|桨|断一支扣2分', '|桥|20', '  |20|栏|断一处扣5分'],
    ],
    [
      'lists within a sentence are one item; a lead heads all',
      '项目\t评分办法\n船（10分）\t(1)超载的。(2)夜航的。出现上列情形之一的每项扣10分\n桥（5分）\t有下列情形的每起扣1-3分:(1)断栏的;(2)积水的。\n路\t扣分项：1、坑扣1分；2、泥扣2分。',
      [
        '|船|10',
        '  |||(1)超载的。(2)夜航的。出现上列情形之一的每项扣10分',
        '|桥|5',
        '  |||有下列情形的每起扣1-3分:(1)断栏的;(2)积水的。',
        '|路|',
        '  1||扣分项：|坑扣1分；',
        '  2||扣分项：|泥扣2分。',
      ],
    ],
    [
      'cells with line breaks, quoted by a spreadsheet or broken by a text export',
      '项目\t评分标准\t备注\n船（10分）\t"1、""满载""扣1分\n2、漏水扣1分"\t\n桥\n（5分）\t断栏扣1分\n积水扣2分\t\n',
      ['|船|10', '  1|||"满载"扣1分', '  2|||漏水扣1分', '|桥|5', '  |||断栏扣1分\n积水扣2分'],
    ],
    [
      'losses and gains in a column each; one price for several',
      '项目\t分值\t扣分标准\t加分标准\t自评分\n船\t20\t晚点每次扣1分\t早到每次加0.5分\t\n桥\t10\t断栏扣1分\t\t',
      ['|船|20', '  |||晚点每次扣1分', '  |||早到每次加0.5分', '|桥|10', '  |||断栏扣1分'],
    ],
    ['a price list', '行为\t扣分\n超载\t-1分/次\n夜航\t-5分/次', ['||', '  ||超载|-1分/次', '  ||夜航|-5分/次']],
  ])('%s', (_form, source, sections) => {
    expect(shown(source)).toEqual(sections)
  })
})
