import { describe, expect, it } from 'vitest'

import { besidesText } from '../../../src/domain/besidesText.js'

describe('what differs besides the text', () => {
  it('is every field in every language, to its last part, and a host’s own', () => {
    expect(
      besidesText({
        after: {
          changeSummary: { de: 'Neu', en: 'New' },
          department: 'Legal',
          materialChange: true,
          noticeChannels: ['homepage', 'letter'],
          noticeTerms: { material: { period: { amount: 30 } } },
        },
        before: {
          changeSummary: { de: 'Alt' },
          department: 'Sales',
          materialChange: false,
          noticeChannels: ['homepage'],
          noticeTerms: { material: { period: { amount: 15 } } },
        },
      }),
    ).toEqual([
      { after: 'Neu', before: 'Alt', path: 'changeSummary.de' },
      { after: 'Legal', before: 'Sales', path: 'department' },
      { after: 'true', before: 'false', path: 'materialChange' },
      { after: 'homepage, letter', before: 'homepage', path: 'noticeChannels' },
      { after: '30', before: '15', path: 'noticeTerms.material.period.amount' },
      { after: 'New', before: null, path: 'changeSummary.en' },
    ])
  })

  it('is not the text, what the plugin sets, or what only the old version said of itself', () => {
    expect(
      besidesText({
        after: { body: 'new', fingerprint: 'b', label: '2', policy: 1, status: 'draft' },
        before: {
          body: 'old',
          exception: { reason: 'security' },
          fingerprint: 'a',
          imported: { source: 'the archive' },
          label: '1',
          materialityReason: 'Small.',
          policy: 1,
          status: 'published',
        },
      }),
    ).toEqual([])
  })
})
