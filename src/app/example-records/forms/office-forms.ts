import type { SourceForm } from '../source-form.ts'
import { center, dated, plain, words } from './columns.ts'
import { formOf } from './form-of.ts'

/** What the office itself keeps in sheets and lists. */
export const OFFICE_FORMS: readonly SourceForm[] = [
  formOf('office', 'articles', { profileId: 'office-articles', title: '信息报送登记簿', content: '信息报送' }, [
    plain('稿件编号', 'record_id'),
    center('报送单位'),
    plain('标题', 'title'),
    dated('报送日期', 'submitted_on', 'cell'),
    words('是否采用', 'is_adopted', 'yes-no'),
  ]),
  formOf(
    'office',
    'weekly_classes',
    { profileId: 'office-classes', title: '每周课堂签到汇总', content: '每周课堂', kind: 'csv', encoding: 'utf-8-bom' },
    [
      plain('编号', 'record_id'),
      center('中心'),
      dated('上课日期', 'held_on', 'YYYY/M/D'),
      plain('主题', 'topic'),
      plain('签到人数', 'attendees'),
    ],
  ),
  formOf('office', 'meetings', { profileId: 'office-meetings', title: '会议活动签到', content: '会议活动' }, [
    plain('编号', 'record_id'),
    plain('会议编号', 'meeting_id'),
    center('参会单位'),
    dated('召开时间', 'held_on', 'YYYY年M月D日'),
    plain('会议名称', 'title'),
    words('到会情况', 'attendance', 'attendance'),
    plain('原因', 'reason'),
  ]),
  formOf(
    'office',
    'stations',
    {
      profileId: 'office-stations',
      title: '村级服务中心名册',
      content: '村级服务中心',
      kind: 'csv',
      encoding: 'utf-8',
    },
    [
      plain('站点编号', 'record_id'),
      center('所属中心'),
      plain('站点名称', 'name'),
      dated('启用日期', 'from_on', 'YYYY-MM-DD'),
      dated('停用日期', 'to_on', 'YYYY-MM-DD'),
    ],
  ),
  formOf(
    'office',
    'station_visits',
    { profileId: 'office-visits', title: '村级走访记录', content: '村级走访', kind: 'csv', encoding: 'utf-16le' },
    [
      plain('编号', 'record_id'),
      center('中心'),
      plain('站点编号', 'station_id'),
      dated('走访日期', 'visited_on', 'YYYY-MM-DD'),
      words('走访类型', 'kind', 'visit-kind'),
    ],
  ),
]
