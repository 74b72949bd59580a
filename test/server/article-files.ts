/** Files of 信息报送, as many lines as are asked for, and the profile by which they are imported. */
export const ARTICLES_PROFILE = {
  id: 'articles',
  title: '信息报送台账',
  dataSet: 'articles',
  source: 'hub',
  columns: {
    record_id: column('编号'),
    center_id: { ...column('中心'), values: { 东街道: 'east' } },
    title: column('标题'),
    submitted_on: { ...column('日期'), forms: ['YYYY-MM-DD'] },
  },
  ignored: [],
}

function column(header: string) {
  return { from: { kind: 'column', header }, values: null, labelColumn: null, forms: null, privacy: 'keep' } as const
}

export function articles(from: number, count: number): Buffer {
  const lines = Array.from({ length: count }, (_, at) => `${from + at},东街道,信息${from + at},2021-03-05`)
  return Buffer.from(['编号,中心,标题,日期', ...lines, ''].join('\n'))
}
