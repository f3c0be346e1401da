import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { ImportText } from '../../../src/admin/ImportText/index.js'
import { panel } from '../../helpers/payloadUi.js'

vi.mock('@payloadcms/ui', async () => (await import('../../helpers/payloadUi.js')).payloadUi)

describe('where a text came from', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('reads the same on a server in one time zone and in a browser in another', () => {
    panel.values.textSource = {
      bytes: 1,
      fileName: 'policy.docx',
      format: 'docx',
      importedAt: '2026-11-02T23:30:00.000Z',
      importedBy: { id: 1, collection: 'users', name: 'Edith' },
      sha256: 'ab',
      tool: { name: 'the tool', version: '1' },
    }
    const [inTokyo, inNewYork] = ['Asia/Tokyo', 'America/New_York'].map((zone) => {
      vi.stubEnv('TZ', zone)
      return renderToStaticMarkup(
        <ImportText field={{ name: 'textSource' }} path="textSource" slug="policy-versions" />,
      )
    })

    expect(inTokyo).toMatch(/Monday, November 2, 2026 at 11:30\sPM \(UTC\)/)
    expect(inNewYork).toBe(inTokyo)
  })
})
