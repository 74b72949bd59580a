import { CASE_FORMS } from './forms/case-forms.ts'
import { OFFICE_FORMS } from './forms/office-forms.ts'
import { SITE_FORMS } from './forms/site-forms.ts'
import { VOICE_FORMS } from './forms/voice-forms.ts'
import type { SourceForm } from './source-form.ts'

/** The files of an example year, one for each data set of each source. */
export const SOURCE_FORMS: readonly SourceForm[] = [...CASE_FORMS, ...VOICE_FORMS, ...SITE_FORMS, ...OFFICE_FORMS]
