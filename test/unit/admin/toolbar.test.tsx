import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'

import type { ReviewedVersion } from '../../../src/operations/reviewedVersions.js'
import type { VersionRedline } from '../../../src/operations/versionRedline.js'

import { Toolbar } from '../../../src/admin/ReviewView/Toolbar.js'

vi.mock('@payloadcms/ui', () => ({ Button: () => null, PillSelector: () => null }))
vi.mock('../../../src/admin/useWords.js', () => ({ useWords: () => ({ word: String }) }))

const version = (id: number, label: string): ReviewedVersion => ({
  id,
  effectiveAt: null,
  fingerprint: null,
  label,
  state: null,
  status: 'draft',
})

it('a version is chosen by its label, as its id can be the label of another', () => {
  const versions = [version(5, '3'), version(4, '2'), version(3, '1')]
  const html = renderToStaticMarkup(
    <Toolbar
      languages={['en']}
      layout="inline"
      onAgainst={() => undefined}
      onLanguages={() => undefined}
      onLayout={() => undefined}
      redline={
        {
          from: versions[1],
          locales: ['en'],
          to: versions[0],
          versions,
        } as unknown as VersionRedline // The redline itself is not shown here.
      }
    />,
  )

  expect([...html.matchAll(/<option[^>]*>/gu)].map(String)).toEqual([
    '<option value="2" selected="">',
    '<option value="1">',
  ])
})
