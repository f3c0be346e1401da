import type { ClientField } from 'payload'

import { describe, expect, it } from 'vitest'

import { besidesWords } from '../../../src/admin/ReviewView/besidesWords.js'
import { sayIn } from '../../../src/admin/say.js'
import { englishWords } from '../../helpers/englishWords.js'

const fields = [
  { name: 'title', type: 'text', label: 'Title' },
  { name: 'effectiveOn', type: 'text', label: 'Effective date' },
  { name: 'noticeTerms', type: 'json', label: 'Notice terms' },
  {
    type: 'collapsible',
    fields: [
      {
        name: 'replaces',
        type: 'group',
        fields: [{ name: 'materialDifference', type: 'checkbox', label: 'It differs materially' }],
        label: 'In place of',
      },
    ],
  },
  {
    name: 'department',
    type: 'select',
    label: { de: 'Abteilung', en: 'Department' },
    options: [{ label: { en: 'Legal affairs' }, value: 'legal' }],
  },
] as ClientField[]

const inWords = (path: string, before: null | string, after: null | string) =>
  besidesWords({
    besides: [{ after, before, path }],
    fields,
    language: 'en',
    locales: ['de_AT', 'en'],
    say: sayIn({ language: 'en', t: englishWords }),
  }).map(({ after: now, before: then, name }) => [name, then, now])[0]

describe('what differs besides the text, in words', () => {
  it.each([
    ['title.de_AT', 'Alt', 'Neu', ['Title › Austrian German', 'Alt', 'Neu']],
    ['effectiveOn', null, '2026-12-17', ['Effective date', null, 'Thursday, December 17, 2026']],
    [
      'replaces.materialDifference',
      'true',
      'false',
      ['In place of › It differs materially', 'yes', 'no'],
    ],
    ['department', null, 'legal', ['Department', null, 'Legal affairs']],
    [
      'exception.reason',
      null,
      'legal_obligation',
      ['exception › reason', null, 'Legal obligation'],
    ],
    [
      'noticeTerms.material.period.unit',
      'months',
      'calendar_days',
      ['Notice terms › For a material change › Counted in', 'months', 'calendar days'],
    ],
    [
      'noticeTerms.other.channels.allOf',
      null,
      'homepage',
      ['Notice terms › For every other change › Required channels', null, 'homepage'],
    ],
    // What nobody has words for stays as it is.
    ['invented.part', 'true', null, ['invented › part', 'true', null]],
  ] as const)('%s', (path, before, after, expected) => {
    expect(inWords(path, before, after)).toEqual(expected)
  })
})
