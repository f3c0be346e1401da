import type { Config, PayloadRequest } from 'payload'

import { describe, expect, it } from 'vitest'

import { withDashboard } from '../../../src/collections/dashboard.js'
import { sanitizeOptions } from '../../../src/sanitizeOptions.js'

type Dashboard = NonNullable<NonNullable<Config['admin']>['dashboard']>

const dashboardOf = async (dashboard?: Dashboard, options = {}) => {
  const config = { admin: { dashboard, user: 'staff' } } as Config
  const admin = withDashboard({
    admin: config.admin,
    context: sanitizeOptions({ config, options }),
  })
  const { defaultLayout: layout } = admin.dashboard ?? {}
  const placed = typeof layout === 'function' ? await layout({ req: {} as PayloadRequest }) : layout

  return {
    layout: placed?.map(({ widgetSlug }) => widgetSlug),
    user: admin.user,
    widgets: admin.dashboard?.widgets.map(({ slug }) => slug),
  }
}
const chart = { slug: 'chart', Component: './Chart' }
const chartOnly = [{ widgetSlug: 'chart', width: 'small' as const }]

describe('the dashboard of a host', () => {
  it('has the widget on top of what Payload shows', async () => {
    expect(await dashboardOf()).toEqual({
      layout: ['policies-today', 'collections'],
      user: 'staff',
      widgets: ['policies-today'],
    })
  })

  it.each([
    ['a list', chartOnly],
    ['a function', () => chartOnly],
  ])('keeps its own widgets and its layout, %s', async (_form, defaultLayout) => {
    expect(await dashboardOf({ defaultLayout, widgets: [chart] })).toMatchObject({
      layout: ['policies-today', 'chart'],
      widgets: ['chart', 'policies-today'],
    })
  })

  it('places the widget where it wants', async () => {
    const defaultLayout = [...chartOnly, { widgetSlug: 'policies-today', width: 'full' as const }]

    expect(await dashboardOf({ defaultLayout, widgets: [chart] })).toMatchObject({
      layout: ['chart', 'policies-today'],
    })
  })

  it.each([{ dashboard: false }, { disabled: true }])('stays as it is with %o', async (options) => {
    expect(
      await dashboardOf({ defaultLayout: chartOnly, widgets: [chart] }, options),
    ).toMatchObject({ layout: ['chart'], widgets: ['chart'] })
  })
})
