import type { NoticeFault } from '../../app/ports/file-fault.ts'

/** 415: no form that is read. 422: a form that is, and cannot be read. 503: it could be later. */
export const NOTICE_STATUSES = {
  'file-empty': 422,
  'file-blank': 422,
  'file-too-large': 413,
  'file-is-document': 415,
  'file-is-binary': 415,
  'file-not-text': 422,
  'document-damaged': 422,
  'document-encrypted': 422,
  'document-without-text': 422,
  'document-empty': 422,
  'document-too-large': 413,
  'document-too-slow': 422,
  'document-too-heavy': 422,
  'reading-busy': 503,
  'notice-broke-off': 400,
} as const satisfies Readonly<Record<NoticeFault['code'] | 'notice-broke-off', number>>
