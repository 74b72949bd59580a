/**
 * What a query may say: what takes no file, no clock, no chance and no setting, and answers the same for the same records.
 * All of it runs on ClickHouse 18.16 too. Whether it means the same there is `core/detection`'s to say, which lets less
 * through: `concat`, `greatest` and `least` treat NULL differently, `length` and `substring` count bytes there.
 */
export const ALLOWED_FUNCTIONS: ReadonlySet<string> = new Set([
  'count',
  'sum',
  'min',
  'max',
  'avg',
  'abs',
  'floor',
  'ceil',
  'round',
  'nullif',
  'greatest',
  'least',
  'concat',
  'substring',
  'substr',
  'replace',
  'lower',
  'upper',
  'length',
])

/** Beside those: what the parser makes syntax of. For the reader only. */
export const ALLOWED_FORMS = ['coalesce', 'cast', 'CASE']

export const ALLOWED_OPERATORS: ReadonlyMap<string, string> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['%', '%'],
  ['||', '||'],
  ['~~', 'LIKE'],
  ['!~~', 'NOT LIKE'],
])

export const ALLOWED_COMPARISONS: ReadonlySet<string> = new Set([
  'COMPARE_EQUAL',
  'COMPARE_NOTEQUAL',
  'COMPARE_LESSTHAN',
  'COMPARE_GREATERTHAN',
  'COMPARE_LESSTHANOREQUALTO',
  'COMPARE_GREATERTHANOREQUALTO',
])

/** The parser's operators that are no functions. */
export const ALLOWED_PREDICATES: ReadonlySet<string> = new Set([
  'OPERATOR_NOT',
  'OPERATOR_IS_NULL',
  'OPERATOR_IS_NOT_NULL',
  'OPERATOR_COALESCE',
  'COMPARE_IN',
  'COMPARE_NOT_IN',
])

export const ALLOWED_TYPES: ReadonlySet<string> = new Set(['VARCHAR', 'INTEGER', 'BIGINT', 'DATE', 'TIMESTAMP'])

export const ALLOWED_CONSTANTS: ReadonlySet<string> = new Set(['VARCHAR', 'INTEGER', 'BIGINT', 'NULL'])

/** Names that DuckDB takes for a clock, a user or a row's place where no column bears them. */
export const CLOCKS_AND_THE_LIKE: ReadonlySet<string> = new Set([
  'current_catalog',
  'current_date',
  'current_role',
  'current_schema',
  'current_time',
  'current_timestamp',
  'current_user',
  'localtime',
  'localtimestamp',
  'rowid',
  'session_user',
  'user',
])

/** More than these and planning alone takes minutes that nothing can interrupt. */
export const MOST_TABLES = 40

/** In UTF-16 units. */
export const LONGEST_SQL = 50_000

/** What the parser calls it, and what people do: for what is refused. */
export const REFUSED_NAMES: Readonly<Record<string, string>> = {
  STAR: '*（请写出每一列的名称）',
  PARAMETER: '没有填上值的参数',
  WINDOW: '窗口函数（OVER）',
  LAMBDA: '箭头（->）',
  COLLATE: 'COLLATE',
  POSITIONAL_REFERENCE: '按位置指明的列（#1）',
  DEFAULT: 'DEFAULT',
  TABLE_FUNCTION: '从函数读取的表',
  EXPRESSION_LIST: 'VALUES',
  SHOW_REF: 'DESCRIBE、SHOW、SUMMARIZE',
  PIVOT: 'PIVOT',
  RECURSIVE_CTE_NODE: 'WITH RECURSIVE',
  CTE_NODE: 'WITH',
  cte_map: 'WITH（请改写为子查询）',
  sample: 'SAMPLE',
  qualify: 'QUALIFY',
  at_clause: 'AT',
  filter: 'FILTER（请改写为 CASE）',
  order_bys: '函数里的 ORDER BY',
  try_cast: 'TRY_CAST',
  schema_name: '带库名的表',
  catalog_name: '带库名的表',
  schema: '带库名的函数',
  catalog: '带库名的函数',
  using_columns: 'USING（请写 ON）',
  column_name_alias: '给表的各列另起名称',
  named_param_map: '没有填上值的参数',
  distinct_on_targets: 'DISTINCT ON',
  LIMIT_MODIFIER: 'LIMIT（取哪几行不确定）',
  LIMIT_PERCENT_MODIFIER: 'LIMIT（取哪几行不确定）',
  STRUCT_EXTRACT: '取结构的一项',
  ARRAY_EXTRACT: '取数组的一项',
  GROUPING_FUNCTION: 'GROUPING',
  OPERATOR_TRY: 'TRY',
  NATURAL: 'NATURAL JOIN',
  ASOF: 'ASOF JOIN',
  POSITIONAL: 'POSITIONAL JOIN',
  RIGHT: 'RIGHT JOIN',
  FULL: 'FULL JOIN',
  OUTER: 'FULL JOIN',
  SEMI: 'SEMI JOIN',
  ANTI: 'ANTI JOIN',
  EXISTS: 'EXISTS（请改写为 IN）',
  NOT_EXISTS: 'NOT EXISTS（请改写为 NOT IN）',
  COMPARE_DISTINCT_FROM: 'IS DISTINCT FROM',
  COMPARE_NOT_DISTINCT_FROM: 'IS NOT DISTINCT FROM、IS TRUE',
  DECIMAL: '小数（比例请用整数相乘来比较）',
  DOUBLE: '小数（比例请用整数相乘来比较）',
  BOOLEAN: 'TRUE、FALSE（请写 1 = 1）',
}
