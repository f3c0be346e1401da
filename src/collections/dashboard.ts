import type { Config } from 'payload'

import type { PolicyContext } from '../options.js'

import { label } from '../translations/label.js'
import { serverComponent } from './component.js'

type Admin = NonNullable<Config['admin']>
type Layout = NonNullable<NonNullable<Admin['dashboard']>['defaultLayout']>

/** The widget's slug, by which a host's own layout can place it. */
const widgetSlug = 'policies-today'

/**
 * Adds the widget to the dashboard, on top of the host's own layout or Payload's default. A layout that
 * places it already is left as it is, and so is everything where the option `dashboard` is false.
 */
export const withDashboard = ({
  admin = {},
  context,
}: {
  admin: Config['admin']
  context: PolicyContext
}): Admin =>
  context.dashboard && !context.disabled
    ? {
        ...admin,
        dashboard: {
          ...admin.dashboard,
          defaultLayout: withWidget(admin.dashboard?.defaultLayout),
          widgets: [
            ...(admin.dashboard?.widgets ?? []),
            {
              slug: widgetSlug,
              Component: serverComponent('PolicyDashboard'),
              label: label('dashboard'),
              minWidth: 'medium',
            },
          ],
        },
      }
    : admin

const ours = { widgetSlug, width: 'full' } as const

const withWidget = (layout: Layout | undefined): Layout => {
  if (typeof layout === 'function') {
    return async (args) => placed(await layout(args))
  }
  // What Payload shows where nothing is said.
  return placed(layout ?? [{ widgetSlug: 'collections', width: 'full' }])
}

const placed = <T extends { widgetSlug: string }>(layout: T[]): (T | typeof ours)[] =>
  layout.some((widget) => widget.widgetSlug === widgetSlug) ? layout : [ours, ...layout]
