import type { PayloadRequest } from 'payload'

import type { BusinessCalendar } from '../domain/businessCalendar.js'
import type { PolicyContext } from '../options.js'

import { type ProclaimedDays, withProclaimedDays } from '../domain/proclaimedDays.js'

/** The configured calendars with the days that admins added since, in the request's transaction. */
export const loadCalendars = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<BusinessCalendar[]> => {
  const { docs } = await req.payload.db.find<ProclaimedDays>({
    collection: context.slugs.calendars,
    limit: 0,
    pagination: false,
    req,
    sort: 'id',
  })

  return context.calendars.map((calendar) => withProclaimedDays({ calendar, proclaimed: docs }))
}
