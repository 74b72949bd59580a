import type { FindingSource } from '../../core/ledger/ledger-event.ts'
import { dayInWords } from '../../core/document/day-in-words.ts'
import { clauseName } from '../../core/rubric/clause-name.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { criterionOf } from '../../core/rubric/find-clause.ts'
import type { Rubric, Section } from '../../core/rubric/rubric.ts'
import type { DocumentBlock } from '../../core/document/document-block.ts'
import type { SectionId } from '../../core/kernel/identifiers.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import { placeInWords } from '../../core/kernel/source-place.ts'
import { placesIn } from '../../core/notice/source/places-in.ts'

/** By which channel something came up, as a letter says it. */
export const CHANNELS: Readonly<Record<FindingSource, string>> = {
  inspection: '现场检查',
  complaint: '群众来访投诉',
  rating: '“好差评”',
  hotline: '“12345”市民服务热线',
  'self-assessment': '中心自查',
  records: '业务记录比对',
}

/** 《……》（文号）, or the title alone. */
export function noticeInWords({ title, noticeNumber }: Pick<Rubric, 'title' | 'noticeNumber'>): string {
  return `《${title}》${noticeNumber === null ? '' : `（${noticeNumber}）`}`
}

/** The last day with how it was counted: whoever gets the letter can count it again. */
export function deadlineInWords({ lastDay, workingDays, countedFrom, calendarVersion }: Deadline): string {
  return `${dayInWords(lastDay)}24时止（${workingDays}个工作日，${dayInWords(countedFrom)}当日不计，自次日起算，按工作日历“${calendarVersion}”计）`
}

/** The notice's own sentence, set apart, and where in the notice it stands. */
export function clauseQuote(rubric: Rubric, notice: string, clause: Clause): Extract<DocumentBlock, { kind: 'quote' }> {
  const criterion = criterionOf(rubric, clause)
  const section = rubric.sections.find(({ criteria }) => criteria.some(({ id }) => id === criterion?.id))
  const title = section === undefined ? '' : sectionName(rubric, section.id)
  const printed = section?.maxPoints == null ? title : `${title}（${formatPoints(section.maxPoints)}分）`
  const place = placeInWords(placesIn(notice)(clause.span.start))
  return {
    kind: 'quote',
    text: [criterion?.requirement?.text, criterion?.text ?? clause.quote]
      .filter(Boolean)
      .join('　')
      .replace(/[；;]$/u, ''),
    place: `${noticeInWords(rubric)}“${printed}”，条款${clauseName(rubric, clause.id)}，原文${place}`,
  }
}

/** 2021年度; nothing where the notice names no year. */
export function yearInWords({ year }: Pick<Rubric, 'year'>): string {
  return year === null ? '' : `${year}年度`
}

/** As printed: 一、服务事项. */
export function sectionName({ sections }: Pick<Rubric, 'sections'>, sectionId: SectionId): string {
  const section = sections.find(({ id }) => id === sectionId)
  return section === undefined ? sectionId : sectionTitle(section)
}

/** A label that ends in a mark of its own, or none, is followed by no other: 一、服务事项; （一）服务事项. */
export function sectionTitle({ label, title }: Pick<Section, 'label' | 'title'>): string {
  return `${label}${/^[\p{L}\p{N}]+$/u.test(label) ? '、' : ''}${title}`
}
