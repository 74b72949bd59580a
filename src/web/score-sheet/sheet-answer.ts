import type { Answered } from '../client/call.ts'

/** What the pages of a sheet know, by the contracts. */
export type SheetAnswer = Answered<'readSheet'>
export type ExplainedSections = SheetAnswer['sections']
export type Interval = SheetAnswer['sheet']['interval']
export type RubricAnswer = Answered<'readRubric'>['rubric']
export type Timeline = Answered<'readSheetTimeline'>
export type ClauseLook = Answered<'readSheetCoverage'>['clauses'][number]
export type WeighedQuestion = Answered<'weighReadings'>['questions'][number]
export type Clause = ExplainedSections[number]['clauses'][number]
export type AnsweredQuestion = Answered<'readAssessment'>['questions'][number]
export type SectionScore = SheetAnswer['sheet']['sections'][number]
export type ScoreLine = SectionScore['lines'][number]
export type LineOutcome = ScoreLine['outcome']
export type Section = RubricAnswer['sections'][number]
export type Criterion = Section['criteria'][number]
