import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'

import { NoticeTermsField } from '../../../src/admin/NoticeTermsField/index.js'
import { builtInPresets } from '../../../src/domain/noticePresets/builtInPresets.js'
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
  it('offers the reasons for an exception by their names, and keeps those of its own', () => {
    panel.values.noticeTerms = { ...tenDays, exceptions: ['security', 'harvest'] }
    const html = renderToStaticMarkup(
      <NoticeTermsField
        calendars={[]}
        field={{ name: 'noticeTerms' }}
        path="noticeTerms"
        presets={[]}
      />,
    )

    expect(html).toMatch(/<input type="checkbox" checked=""\/><span>Security</)
    expect(html).toMatch(/<input type="checkbox"\/><span>Legal obligation</)
    expect(html).toMatch(/Other reasons, by names of your own<\/span><input [^>]*value="harvest"/)
  })

  it('names a preset by where its rule stands, and after that by its name in the terms', () => {
    panel.values.noticeTerms = tenDays
    const html = renderToStaticMarkup(
      <NoticeTermsField
        calendars={[]}
        field={{ name: 'noticeTerms' }}
        path="noticeTerms"
        presets={[
          { name: 'eu-p2b', ...builtInPresets['eu-p2b']! },
          { name: 'house', ...builtInPresets['eu-p2b']!, source: '' },
        ]}
      />,
    )

    expect(html).toContain(
      '<strong>Regulation (EU) 2019/1150 Art. 3(2)–(4)</strong><small> <code>eu-p2b</code></small>',
    )
    expect(html).toContain('<strong>house</strong>')
  })
})
