import type { BusinessCalendar } from '../businessCalendar.js'

/** Saturday and Sunday off, no holidays, always. */
export const weekendsCalendar: BusinessCalendar = {
  id: 'weekends',
  coverage: { from: '0001-01-01', to: '9999-12-31' },
  holidays: [],
  version: '1',
  weekends: [{ days: [6, 7], from: '0001-01-01' }],
}
