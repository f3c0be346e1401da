/** The words around a redline; `{{name}}` is filled in. */
export type RedlineWords = Record<keyof typeof englishRedlineWords, string>

/** English, the language where no other is given. */
export const englishRedlineWords = {
  callOuts: 'Addresses, dates and links that changed',
  cosmetic: 'Cosmetic changes: {{count}}',
  date: 'Date',
  deleted: 'deleted',
  email: 'E-mail address',
  inserted: 'inserted',
  link: 'Link',
  movedFrom: 'Moved from: {{section}}',
  movedTo: 'Moved to: {{section}}',
  noHeading: 'beginning of the text',
  phone: 'Phone number',
  postal: 'Postal address',
  summary:
    'Substantial changes: {{substantial}}. Moved: {{moved}}. Cosmetic changes: {{cosmetic}}. Words inserted: {{wordsInserted}}, deleted: {{wordsDeleted}}.',
  unchanged: 'Unchanged: {{count}}',
  unchangedSection: 'Unchanged',
}
