import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'

import { TimelineTable } from '../../../src/admin/PolicyTimeline/TimelineTable.js'
import { courseOf } from '../domain/timelinePicture/courses.js'

vi.mock('@payloadcms/ui', async () => (await import('../../helpers/payloadUi.js')).payloadUi)

it('a timeline’s table says of an effect before the least time that an exception excuses it', () => {
  const exception = { explanation: 'A court.', providedFor: false, reason: 'legal_obligation' }
  const html = renderToStaticMarkup(
    <TimelineTable
      timeZone="UTC"
      versionUrl={String}
      versions={[courseOf({ exception, id: 2, label: '2' }), courseOf()]}
    />,
  )

  expect(html.match(/Jun 1, 2026<div>excused by an exception<\/div>/gu)).toHaveLength(1)
  expect(html.match(/excused/gu)).toHaveLength(1)
})

it('a timeline’s table says on which day a notice is shown for the last time', () => {
  const html = renderToStaticMarkup(
    <TimelineTable
      timeZone="America/New_York"
      versionUrl={String}
      versions={[
        courseOf({
          noticeShown: { from: '2026-06-01T16:00:00.000Z', until: '2026-07-01T04:00:00.000Z' },
        }),
      ]}
    />,
  )

  expect(html).toContain('<td>Jun 1, 2026 – Jun 30, 2026</td>')
})
