import type { DataSet } from '../data-set.ts'
import { optional, required } from '../field.ts'

export const ARTICLES: DataSet = {
  name: 'articles',
  chinese: '信息报送',
  meaning: '报送的一篇信息',
  recordedOn: 'submitted_on',
  fields: [
    required('record_id', '编号', 'id', '稿件的唯一编号', { also: ['序号', '稿件编号'] }),
    required('center_id', '报送中心', 'center', '哪个中心', { also: ['中心名称', '报送单位', '街镇'] }),
    required('title', '标题', 'text', '稿件标题', { also: ['题目'] }),
    required('submitted_on', '报送日期', 'date', '哪天报送', { also: ['报送时间', '日期'] }),
    optional('is_adopted', '是否采用', { codes: 'yes-no' }, '是否被采用', { also: ['采用情况'] }),
  ],
}

export const WEEKLY_CLASSES: DataSet = {
  name: 'weekly_classes',
  chinese: '每周课堂',
  meaning: '一个中心的一次课',
  recordedOn: 'held_on',
  fields: [
    required('record_id', '编号', 'id', '课堂的唯一编号', { also: ['序号'] }),
    required('center_id', '中心', 'center', '哪个中心', { also: ['中心名称', '街镇'] }),
    required('held_on', '日期', 'date', '哪天上课', { also: ['上课日期', '时间'] }),
    optional('topic', '主题', 'text', '讲什么', { also: ['课题', '内容'] }),
    required('attendees', '签到人数', 'count', '签到的人数', { also: ['参加人数'], unit: '人' }),
  ],
}

export const MEETINGS: DataSet = {
  name: 'meetings',
  chinese: '会议活动',
  meaning: '一个中心对一次会议或活动的到会情况',
  recordedOn: 'held_on',
  fields: [
    required('record_id', '编号', 'id', '到会记录的唯一编号', { also: ['序号'] }),
    required('meeting_id', '会议编号', 'id', '哪次会议', { also: ['活动编号'] }),
    required('center_id', '中心', 'center', '哪个中心', { also: ['中心名称', '参会单位', '街镇'] }),
    required('held_on', '日期', 'date', '哪天召开', { also: ['会议日期', '召开时间'] }),
    optional('title', '会议名称', 'text', '会议或活动的名称', { also: ['名称', '活动名称'] }),
    required('attendance', '到会情况', { codes: 'attendance' }, '出席、请假或缺席', { also: ['参会情况'] }),
    optional('reason', '缺席原因', 'text', '请假或缺席的原因', { also: ['原因', '备注'] }),
  ],
}

export const STATIONS: DataSet = {
  name: 'stations',
  chinese: '村级服务中心',
  meaning: '一个村级服务中心',
  recordedOn: 'from_on',
  fields: [
    required('record_id', '站点编号', 'id', '村级服务中心的唯一编号', { also: ['编号', '序号'] }),
    required('center_id', '所属中心', 'center', '归哪个街镇中心指导', { also: ['中心名称', '街镇'] }),
    required('name', '站点名称', 'text', '村级服务中心的名称', { also: ['名称', '村居'] }),
    required('from_on', '启用日期', 'date', '从哪天起运行'),
    optional('to_on', '停用日期', 'date', '到哪天为止（含当天）；空为仍在运行'),
  ],
}

export const STATION_VISITS: DataSet = {
  name: 'station_visits',
  chinese: '村级走访',
  meaning: '街镇中心对村级服务中心的一次指导、培训或考核',
  recordedOn: 'visited_on',
  fields: [
    required('record_id', '编号', 'id', '走访的唯一编号', { also: ['序号'] }),
    required('center_id', '中心', 'center', '哪个街镇中心', { also: ['中心名称', '街镇'] }),
    required('station_id', '站点编号', 'id', '哪个村级服务中心', { also: ['村级服务中心编号'] }),
    required('visited_on', '日期', 'date', '哪天', { also: ['走访日期'] }),
    required('kind', '走访类型', { codes: 'visit-kind' }, '业务指导、培训或考核', { also: ['类型'] }),
  ],
}
