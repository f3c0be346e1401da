/** Three languages, one of which falls back to another than the default. */
export const localization = {
  defaultLocale: 'en',
  locales: [
    { code: 'en', label: 'English' },
    { code: 'de', label: 'Deutsch' },
    { code: 'fr', fallbackLocale: 'de', label: 'Français' },
  ],
}
/** The same as the standalone reader is told of them. */
export const languages = { all: ['en', 'de', 'fr'], default: 'en', fallback: { fr: ['de'] } }

/** What is asked of the public routes: a path and its headers. 0.9 is superseded, if there, 1.0 in force, and 2.0 comes in 2099. */
export const requests: [path: string, headers?: Record<string, string>][] = [
  ['/policies/privacy/current'],
  ['/policies/privacy/current', { Accept: 'text/html' }],
  ['/policies/privacy/current', { 'Accept-Datetime': 'Sat, 15 Jun 1991 00:00:00 GMT' }],
  ['/policies/privacy/current?locale=fr'],
  ['/policies/privacy/current?at=2000-01-01'],
  ['/policies/privacy/current?at=2099-01-01'],
  ['/policies/privacy/current?at=soon'],
  ['/policies/privacy/current?locale=xx'],
  ['/policies/privacy/current.html?locale=de'],
  ['/policies/privacy/current.md'],
  ['/policies/privacy/current.txt'],
  ['/policies/privacy/versions'],
  ['/policies/privacy/versions.html'],
  ['/policies/privacy/versions/0.9'],
  ['/policies/privacy/versions/1.0'],
  ['/policies/privacy/versions/1.0.html'],
  ['/policies/privacy/versions/2.0', { Accept: 'text/markdown' }],
  ['/policies/privacy/versions/3.0'],
  ['/policies/privacy/versions/a%20b'],
  ['/policies/privacy/compare/1.0/2.0'],
  ['/policies/privacy/compare/1.0/3.0'],
  ['/policies/privacy/timemap'],
  ['/policies/privacy/feed.atom'],
  ['/policies/privacy/feed.json?locale=de'],
  ['/policies/privacy/calendar.ics'],
  ['/policies/drafted/feed.atom'],
  ['/policies/drafted/calendar.ics'],
  ['/policies/feed.atom'],
  ['/policies/feed.json'],
  ['/policies/calendar.ics'],
  ['/policies/calendar.ics?locale=xx'],
  ['/policies/privacy/texts/sha256:0'],
  ['/policies/drafted/current'],
  ['/policies/drafted/versions'],
  ['/policies/%00/current'],
  ['/policies/unknown/current'],
  ['/policy-notices/active'],
  ['/policy-notices/active?placement='],
]
