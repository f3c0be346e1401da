import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'

import { NoticeTermsField } from '../../../src/admin/NoticeTermsField/index.js'
import { panel } from '../../helpers/payloadUi.js'
import { tenDays } from '../../helpers/stage.js'

vi.mock('@payloadcms/ui', async () => (await import('../../helpers/payloadUi.js')).payloadUi)

describe('the form of notice terms', () => {
  it('has its label in the language of the panel, whatever language was the first', () => {
    panel.fields = [
      {
        type: 'collapsible',
        fields: [{ name: 'noticeTerms', type: 'json', label: 'Bedingungen' }],
        label: '',
      },
    ] as never
    const html = renderToStaticMarkup(
      <NoticeTermsField
        calendars={[]}
        field={{ name: 'noticeTerms', label: 'Notice terms' }}
        path="noticeTerms"
        presets={[]}
      />,
    )

    expect(html).toContain('<label>Bedingungen</label>')
  })

  it('shows a calendar and a preset that are not configured any more, so that they can be seen and taken out', () => {
    panel.values.noticeTerms = { ...tenDays, calendar: 'acme', presets: ['old-rules'] }
    const html = renderToStaticMarkup(
      <NoticeTermsField
        calendars={['weekends']}
        field={{ name: 'noticeTerms' }}
        path="noticeTerms"
        presets={[]}
      />,
    )

    expect(html).toContain('<option value="acme" selected="">acme (not configured here)</option>')
    expect(html).toMatch(/<input type="checkbox" checked=""\/><span>old-rules/)
  })
})
