import type { DocumentRefusalCode } from '../../app/documents/document-refusals.ts'

/** 422: another form, or less, can be had. 503: the server's own trouble. 500: a bug, caught before it was handed out. */
export const DOCUMENT_STATUSES = {
  'document-too-long': 422,
  'template-broken': 503,
  'documents-busy': 503,
  'document-not-written': 503,
  'document-not-whole': 500,
} as const satisfies Readonly<Record<DocumentRefusalCode, number>>
