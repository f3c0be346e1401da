import type { AccessStage } from './accessStage.js'
import type { Call } from './calls.js'

/** A question whose answer holds what was never published, for those who may read it. */
export type Disclosure = { ask: (stage: AccessStage) => Call; name: string }

const get = (name: string, path: (stage: AccessStage) => string): Disclosure => ({
  name,
  ask: (stage) => ({ rest: { method: 'GET', path: path(stage) } }),
})

const query = (name: string, text: (stage: AccessStage) => string): Disclosure => ({
  name,
  ask: (stage) => ({ graphql: text(stage) }),
})

const draft = ({ known }: AccessStage): number => known['policy-versions']!

/** Reads of the plugin's collections, and of pages that everybody may read and that refer to them. */
export const disclosures: Disclosure[] = [
  get('one field', () => '/policy-versions?select[title]=true'),
  get('all fields but one', () => '/policy-versions?select[title]=false'),
  get('all languages', (stage) => `/policy-versions/${draft(stage)}?locale=all`),
  get('another language', (stage) => `/policy-versions/${draft(stage)}?locale=de&depth=0`),
  get('a language to fall back on', (stage) => {
    return `/policy-versions/${draft(stage)}?locale=de&fallback-locale=en`
  }),
  get('no language to fall back on', (stage) => {
    return `/policy-versions/${draft(stage)}?fallback-locale=none`
  }),
  get('a draft', (stage) => `/policy-versions/${draft(stage)}?draft=true`),
  get('drafts', () => '/policy-versions?draft=true'),
  get('the trash', () => '/policy-versions?trash=true'),
  get('no pagination', () => '/policy-versions?pagination=false&limit=0'),
  get('the history', () => '/policy-versions/versions?limit=0'),
  get('the history in all languages', () => '/policy-versions/versions?limit=0&locale=all'),
  get('one field of the history', () => '/policy-versions/versions?select[version][title]=true'),
  get('an earlier state', ({ state }) => `/policy-versions/versions/${state}`),
  get("a policy's versions", ({ unannounced }) => `/policies/${unannounced}?depth=3`),
  get("a policy's versions alone", ({ unannounced }) => {
    return `/policies/${unannounced}?depth=2&select[versions]=true`
  }),
  get("an event's version", () => '/policy-events?depth=3'),
  get("a review's version", () => '/policy-reviews?depth=3'),
  get("a review's version, populated on demand", () => {
    return '/policy-reviews?depth=2&populate[policy-versions][internalNote]=true&select[version]=true'
  }),
  get("a notice's version", () => '/policy-notices?depth=3'),
  get("a delivery's notice", () => '/policy-deliveries?depth=4'),
  get('a page', ({ page }) => `/pages/${page}?depth=2`),
  get('a page, deep', ({ page }) => `/pages/${page}?depth=5`),
  get('a page in all languages', ({ page }) => `/pages/${page}?depth=3&locale=all`),
  get('a page as a draft', ({ page }) => `/pages/${page}?depth=3&draft=true`),
  get("a page's version alone", ({ page }) => `/pages/${page}?depth=2&select[version]=true`),
  get("a page's version, populated on demand", ({ page }) => {
    return `/pages/${page}?depth=2&populate[policy-versions][title]=true`
  }),
  get("a page's records", ({ page }) => `/pages/${page}?depth=3&select[records]=true`),
  get("a page's text", ({ page }) => `/pages/${page}?depth=3&select[content]=true`),
  get("a page's drafts", ({ page }) => `/pages/${page}?depth=3&select[drafts]=true`),
  get("a page's drafts, asked for", ({ page }) => {
    return `/pages/${page}?depth=2&joins[drafts][limit]=5&joins[drafts][count]=true`
  }),
  get('all pages', () => '/pages?depth=3'),
  query('versions over GraphQL', () => '{ PolicyVersions { docs { title } } }'),
  query('drafts over GraphQL', () => '{ PolicyVersions(draft: true) { docs { title } } }'),
  query('the trash over GraphQL', () => '{ PolicyVersions(trash: true) { docs { title } } }'),
  query('another language over GraphQL', () => {
    return '{ PolicyVersions(locale: de, fallbackLocale: en) { docs { title } } }'
  }),
  query('a version over GraphQL', (stage) => {
    return `{ PolicyVersion(id: ${draft(stage)}) { title body internalNote } }`
  }),
  query(
    'the history over GraphQL',
    () => '{ versionsPolicyVersions { docs { version { title } } } }',
  ),
  query('an earlier state over GraphQL', ({ state }) => {
    return `{ versionPolicyVersion(id: ${state}) { version { title } parent { title } } }`
  }),
  query("a policy's versions over GraphQL", ({ unannounced }) => {
    return `{ Policy(id: ${unannounced}) { versions { docs { title } } } }`
  }),
  query("an event's version over GraphQL", () => '{ PolicyEvents { docs { version { title } } } }'),
  query(
    "a page's version over GraphQL",
    ({ page }) => `{ Page(id: ${page}) { version { title } } }`,
  ),
  query(
    "a page's versions over GraphQL",
    ({ page }) => `{ Page(id: ${page}) { versions { title } } }`,
  ),
  query("a page's policy over GraphQL", ({ page }) => {
    return `{ Page(id: ${page}) { policy { title versions { docs { title } } } } }`
  }),
  query("a page's drafts over GraphQL", () => '{ Pages { docs { drafts { docs { title } } } } }'),
  query("a page's text over GraphQL", ({ page }) => `{ Page(id: ${page}) { content(depth: 3) } }`),
  query("a page's records over GraphQL", ({ page }) => {
    return `{ Page(id: ${page}) { records { value { ... on PolicyVersion { title } ... on PolicyReview { comment } ... on PolicyEvent { data } } } } }`
  }),
  {
    name: 'a page over the Local API',
    ask: ({ app, page }) => ({
      local: (caller) =>
        app.payload.findByID({ id: page, collection: 'pages', depth: 3, ...caller }),
    }),
  },
  {
    name: 'the distinct titles of the versions of pages',
    ask: ({ app }) => ({
      local: (caller) =>
        app.payload.findDistinct({ collection: 'pages', field: 'version.title', ...caller }),
    }),
  },
]

/** What is public: its answers hold nothing else, whoever asks. */
export const publicReads: Disclosure[] = [
  ...[
    '/policies/privacy/current',
    '/policies/privacy/current?locale=de',
    '/policies/privacy/current?at=2099-01-01',
    '/policies/privacy/current?depth=5&draft=true&select[internalOwner]=true',
    '/policies/privacy/versions',
    '/policies/privacy/versions?locale=de',
    '/policies/privacy/versions/1',
    '/policies/privacy/versions/2',
    '/policies/privacy/current.html?locale=de',
    '/policies/privacy/current.md',
    '/policies/privacy/versions.html',
    '/policies/privacy/compare/1/2',
    '/policies/privacy/feed.atom?locale=de',
    '/policies/privacy/feed.json',
    '/policies/privacy/calendar.ics',
    '/policies/feed.atom',
    '/policies/feed.json?locale=de',
    '/policies/calendar.ics',
    '/policy-notices/active',
    '/policy-notices/active?placement=letter',
    '/policy-notices/active?placement=email&locale=de',
  ].map((path) => get(path, () => path)),
  query('policyCurrent', () => {
    return '{ policyCurrent(slug: "privacy") { title body html text changeSummary upcoming { title changeSummary } } }'
  }),
  query('policyTimeline', () => {
    return '{ policyTimeline(slug: "privacy") { policy { title } versions { label title changeSummary noticeTerms } } }'
  }),
  query('activePolicyNotices', () => {
    return '{ activePolicyNotices { notices { message changeSummary policy { title } url } } }'
  }),
  get('/policies/privacy/texts/…', ({ fingerprints }) => {
    return `/policies/privacy/texts/${fingerprints.published}`
  }),
]
