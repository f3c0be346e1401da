import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'

import type { VersionRedline } from '../../../src/operations/versionRedline.js'

import { Counts } from '../../../src/admin/ReviewView/Counts.js'
import { sayIn } from '../../../src/admin/say.js'
import { englishWords } from '../../helpers/englishWords.js'

vi.mock('@payloadcms/ui', () => ({ Button: () => null }))
vi.mock('../../../src/admin/useWords.js', () => ({
  useWords: () => sayIn({ language: 'en-US', t: englishWords }),
}))

const shownOf = (counts: { cosmetic?: number; moved?: number; substantial?: number }) =>
  renderToStaticMarkup(
    <Counts
      isCosmeticShown={false}
      onCosmetic={() => undefined}
      redline={
        {
          redline: {
            counts: {
              cosmetic: 0,
              moved: 0,
              substantial: 0,
              wordsDeleted: 0,
              wordsInserted: 0,
              ...counts,
            },
          },
          sentences: { added: 0, changed: 0, removed: 0 },
        } as VersionRedline
      }
    />,
  )

describe('the counts of a comparison', () => {
  it('call a text the same where nothing of it differs, cosmetic changes included', () => {
    expect(shownOf({})).toContain('The text is the same.')
    expect(shownOf({ cosmetic: 4 })).not.toContain('The text is the same.')
    expect(shownOf({ cosmetic: 4 })).toContain('Changes: 0, moved: 0')
    expect(shownOf({ substantial: 1 })).not.toContain('The text is the same.')
  })
})
