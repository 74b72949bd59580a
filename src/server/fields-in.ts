import type { Static } from '@sinclair/typebox'
import type { readBulletin } from '../api/routes/read-bulletin.ts'
import type { LetterFields } from '../app/documents/letter-fields.ts'

/** What the office says of a letter, as a request says it: blank is what was left out. */
export function fieldsIn(query: Partial<Static<(typeof readBulletin)['query']>>): LetterFields {
  const { issuer, number, signer, addressees, office, date, contact, phone, printedBy, printedOn } = query
  return {
    issuer: said(issuer),
    number: said(number),
    signer: said(signer),
    addressees: said(addressees),
    office: said(office),
    date: date ?? null,
    contact: said(contact),
    phone: said(phone),
    copiesTo: lines(query.copiesTo),
    printedBy: said(printedBy),
    printedOn: printedOn ?? null,
    requirements: lines(query.requirements),
  }
}

function said(text = ''): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}

function lines(text = ''): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
