/** What can be wrong with a detection's file, each as a sentence for whoever wrote it: what was found and what to do. */
export const DETECTION_REFUSALS = {
  'name-wrong': (name: string) => `检测的名称“${name}”不能用；请用小写英文字母、数字和连字符，以字母开头，最多 60 个字`,
  'line-adrift': (line: string) => `文件头里的“${line}”没有写明是哪一项；请写成“-- 项目：内容”，续行在“--”后空两格`,
  'key-unknown': (key: string, known: string) => `文件头没有“${key}”这一项；请改成${known}中的一项`,
  'key-repeated': (key: string) => `“${key}”写了两次；请只留一次`,
  'key-missing': (key: string) => `文件头缺少“${key}”；请补上`,
  'value-missing': (key: string) => `“${key}”后面是空的；请写上内容`,
  'clause-id-wrong': (found: string) => `“${found}”不是款号；请写成 3.4.1 这样`,
  'data-set-unknown': (found: string, known: string) => `没有“${found}”这种数据；请从${known}中选`,
  'shape-unknown': (found: string) => `形式“${found}”不认识；请写“逐条”或“比率”`,
  'judge-wrong': (found: string) => `判断“${found}”看不懂；请写“条款”，或写成“< 参数名 单位”，如“< min_online_rate %”`,
  'judge-unexpected': () => '形式是“逐条”的，不需要“判断”；请删去',
  'unmet-wrong': (found: string) => `要求“${found}”看不懂；请写它在这一款里是第几项，从 0 起`,
  'parameter-wrong': (found: string) =>
    `参数“${found}”看不懂；请写成“名称 = 整数 单位 | 口径：从哪里来”，有待定问题的再加“| 问题 编号：理解 = 整数，理解 = 整数”`,
  'parameter-repeated': (name: string) => `参数 ${name} 写了两次；请只留一次`,
  'parameter-built-in': (name: string) => `参数 ${name} 是系统自己给的；请换一个名称`,
  'sql-missing': () => '文件头后面没有查询；请写上一条 SELECT',
  'records-sql-repeated': () => '“-- 明细”写了两次；请只留一次',
  'records-sql-unexpected': () => '形式是“逐条”的，每一行已经指明记录，不需要“-- 明细”；请删去',

  'clause-unfit': (why: string) => why,
  'unmet-missing': (clauseId: string, requirements: string) =>
    `${clauseId} 款有几项要求（${requirements}）；请用“要求”写明查的是第几项，从 0 起`,
  'unmet-outside': (clauseId: string, count: string) =>
    `${clauseId} 款的要求不到这么多（共 ${count} 项可选）；请核对“要求”，只有一项要求的请删去`,
  'judge-without-threshold': (clauseId: string) =>
    `${clauseId} 款自己没有写界限，不能按“条款”判断；请写成“< 参数名 单位”`,
  'judge-beside-threshold': (clauseId: string) => `${clauseId} 款自己写了界限；请按“条款”判断`,
  'judge-parameter-unknown': (name: string) => `判断用的参数 ${name} 没有写明；请补上“参数”`,
  'question-unknown': (questionId: string) => `细则里没有待定问题 ${questionId}；请核对编号`,
  'readings-differ': (questionId: string, expected: string) =>
    `问题 ${questionId} 的理解是${expected}；请每一种给一个数，不多也不少`,
  'value-not-a-reading': (name: string) => `参数 ${name} 的数不是任何一种理解的数；请写最容易起疑的那一种`,
  'parameter-undeclared': (name: string) => `查询用了 :${name}，文件头却没有写；请补上“参数”和它的口径`,
  'parameter-unused': (name: string) => `参数 ${name} 没有用到；请删去，或在查询里用上`,
  'table-undeclared': (name: string) => `查询用了 ${name}，文件头的“数据”却没有列；请补上，或核对名称`,
  'table-unused': (name: string) => `“数据”列了 ${name}，查询却没有用；请删去`,
  'columns-wrong': (found: string, expected: string) => `查询给出的列是 ${found}；请依次给出 ${expected}`,

  'sql-not-select': (found: string) => `查询以“${found}”开头；请改成一条 SELECT`,
  'sql-unclosed': (found: string) => `${found}没有结束；请检查引号和括号`,
  'word-refused': (word: string) =>
    `不能用 ${word}：集群上的旧版本不认识，或结果不同；请用子查询、GROUP BY 或 NOT IN 改写`,
  'sign-refused': (sign: string) => `不能用“${sign}”：两种数据库的写法不同；请改写`,
  'function-refused': (name: string, known: string) => `不能用函数 ${name}；请只用 ${known}`,
  'star-refused': () => '不能写 SELECT *；请一一写明列名，读的人才知道用了什么',
  'union-outside': () => 'UNION ALL 只能写在子查询里，并且必须有 ALL；请外面套一层 SELECT',
  'join-second': () => '一层 SELECT 里只能有一个 JOIN；请把前一个写成子查询',
  'join-condition': (found: string) =>
    `JOIN 的 ON 里只能写“甲.列 = 乙.列”和 AND，不能有“${found}”；其余的条件请放进 WHERE`,
  'join-comma': () => 'FROM 后面不能用逗号连接两张表；请写 JOIN 或 CROSS JOIN',
} as const

export type DetectionRefusalCode = keyof typeof DETECTION_REFUSALS

/** `line` counts from 1 in the file; null for what no line shows. */
export interface DetectionFault {
  readonly code: DetectionRefusalCode
  readonly line: number | null
  readonly message: string
}

export function detectionFault<Code extends DetectionRefusalCode>(
  line: number | null,
  code: Code,
  ...facts: Parameters<(typeof DETECTION_REFUSALS)[Code]>
): DetectionFault {
  const say: (...facts: readonly string[]) => string = DETECTION_REFUSALS[code]
  return { code, line, message: `${line === null ? '' : `第 ${line} 行：`}${say(...facts)}` }
}
