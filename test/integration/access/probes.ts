import type { AccessStage } from './accessStage.js'
import type { Call } from './calls.js'

import { secret } from './accessStage.js'

/**
 * Two questions whose answers differ for those who may read: one that the hidden text fits and one
 * that nothing fits, the two orders of a sort, or one about what there is and one about what there is
 * not. Whoever gets the same answer to both learns nothing.
 */
export type Probe = { name: string; questions: (stage: AccessStage) => [Call, Call] }

/** A beginning, so that an answer that repeats its question cannot be taken for a leak. */
const beginning = secret.slice(0, 7)

const filter = (name: string, ask: (word: string, stage: AccessStage) => Call): Probe => ({
  name,
  questions: (stage) => [ask(beginning, stage), ask('nothing-like-it', stage)],
})

const order = (name: string, ask: (minus: '' | '-') => Call): Probe => ({
  name,
  questions: () => [ask(''), ask('-')],
})

const existence = (name: string, ask: (id: number, stage: AccessStage) => Call): Probe => ({
  name,
  questions: (stage) => [ask(stage.inForce, stage), ask(2_000_000_000, stage)],
})

const get = (path: string): Call => ({ rest: { method: 'GET', path } })

/** Filters and orders by what was never published, and questions whether there is anything. */
export const probes: Probe[] = [
  ...[
    ['a title', '/policy-versions?where[title][like]='],
    ['a title in another language', '/policy-versions?locale=de&where[title][like]='],
    ['a title in all languages', '/policy-versions?locale=all&where[title][like]='],
    ['a summary', '/policy-versions?where[changeSummary][like]='],
    ['a reason', '/policy-versions?where[materialityReason][like]='],
    ["a host's own field", '/policy-versions?where[internalNote][like]='],
    ['a title, with either condition', '/policy-versions?where[or][0][title][like]='],
    ['a title, as a draft', '/policy-versions?draft=true&where[title][like]='],
    ['a title, in the trash', '/policy-versions?trash=true&where[title][like]='],
    ['a title, counting', '/policy-versions/count?where[title][like]='],
    ['a title in the history', '/policy-versions/versions?where[version.title][like]='],
    ["a policy's title", '/policies?where[title][like]='],
    ["a policy's versions", '/policies?where[versions.title][like]='],
    ["the join of a policy's versions", '/policies?joins[versions][where][title][like]='],
    ["a version's policy", '/policy-versions?where[policy.title][like]='],
    ["a review's comment", '/policy-reviews?where[comment][like]='],
    ["a review's version", '/policy-reviews?where[version.title][like]='],
    ["an event's data", '/policy-events?where[data.comment][like]='],
    ["an event's policy", '/policy-events?where[policy.internalOwner][like]='],
    ["a notice's version", '/policy-notices?where[version.internalNote][like]='],
    ["a calendar's reason", '/policy-calendars?where[reason][like]='],
    ["a delivery's error", '/policy-deliveries?where[lastError][like]='],
    ["a page's version", '/pages?depth=0&where[version.title][like]='],
    ["a page's version, by a host's field", '/pages?depth=0&where[version.internalNote][like]='],
    ["a page's version, locale=all", '/pages?depth=0&locale=all&where[version.title][like]='],
    ["one of a page's versions", '/pages?depth=0&where[versions][contains][title][like]='],
    ["a page's versions by a path", '/pages?depth=0&where[versions.title][like]='],
    ["a page's policy", '/pages?depth=0&where[policy.title][like]='],
    ["a page's policy, by a host's field", '/pages?depth=0&where[policy.internalOwner][like]='],
    ["a page's drafts", '/pages?depth=0&where[drafts.title][like]='],
    ["the join of a page's drafts", '/pages?depth=0&joins[drafts][where][title][like]='],
    ["a page's version, counting", '/pages/count?where[version.title][like]='],
  ].map(([name, path]) => filter(name!, (word) => get(path! + word))),
  filter('a title, by a POST that means GET', (word) => ({
    rest: {
      // Sent as a JSON text: what stands between its quotation marks is the query.
      body: `depth=0&where[title][like]=${word}&page=1`,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Payload-HTTP-Method-Override': 'GET',
      },
      method: 'POST',
      path: '/policy-versions',
    },
  })),
  filter('a title over GraphQL', (word) => ({
    graphql: `{ PolicyVersions(where: { title: { like: "${word}" } }) { totalDocs } }`,
  })),
  filter('a title over GraphQL, counting', (word) => ({
    graphql: `{ countPolicyVersions(where: { title: { like: "${word}" } }) { totalDocs } }`,
  })),
  filter('a title over GraphQL, in the history', (word) => ({
    graphql: `{ versionsPolicyVersions(where: { version__title: { like: "${word}" } }) { totalDocs } }`,
  })),
  filter("the join of a page's drafts over GraphQL", (word, { page }) => ({
    graphql: `{ Page(id: ${page}) { drafts(where: { title: { like: "${word}" } }) { docs { id } } } }`,
  })),
  filter('a title over the Local API', (word, { app }) => ({
    local: (caller) =>
      app.payload.find({
        collection: 'policy-versions',
        where: { title: { like: word } },
        ...caller,
      }),
  })),
  filter("a page's version over the Local API", (word, { app }) => ({
    local: (caller) =>
      app.payload.find({
        collection: 'pages',
        depth: 0,
        where: { 'version.title': { like: word } },
        ...caller,
      }),
  })),
  filter("the titles of pages, each once, by their version's", (word, { app }) => ({
    local: (caller) =>
      app.payload.findDistinct({
        collection: 'pages',
        field: 'title',
        where: { 'version.title': { like: word } },
        ...caller,
      }),
  })),
  ...[
    ['versions by their title', '/policy-versions?depth=0&sort='],
    ['policies by their title', '/policies?depth=0&sort='],
    ['versions by their policy', '/policy-versions?depth=0&sort=', 'policy.title'],
    ['earlier states by their title', '/policy-versions/versions?depth=0&sort=', 'version.title'],
    ['pages by the title of their version', '/pages?depth=0&sort=', 'version.title'],
    ["pages by a host's field of their version", '/pages?depth=0&sort=', 'version.internalNote'],
    ['pages by their policy', '/pages?depth=0&sort=', 'policy.title'],
    ["a page's drafts", '/pages?depth=0&joins[drafts][sort]=', 'internalNote'],
  ].map(([name, path, field = 'title']) =>
    order(`the order of ${name!}`, (minus) => get(path! + minus + field)),
  ),
  existence('a version by its id', (id) => get(`/policy-versions/${id}`)),
  existence('an earlier state by its id', (id) => get(`/policy-versions/versions/${id}`)),
  existence('a review by its id', (id) => get(`/policy-reviews/${id}`)),
  existence('a redline', (id) => get(`/policy-versions/${id}/redline`)),
  existence('a dry run', (id) => get(`/policy-versions/${id}/notice-window`)),
  existence('the days of a month', (id) => get(`/policy-versions/${id}/effective-days`)),
  existence('the days of a month for a policy', (id, { inForce, policy }) =>
    get(`/policy-versions/effective-days?policy=${id === inForce ? policy : id}`),
  ),
  existence('a replacement', (id) => ({
    rest: { body: {}, method: 'POST', path: `/policy-versions/${id}/replace` },
  })),
  existence('a new version', (id, { inForce, policy }) => ({
    rest: {
      body: {},
      method: 'POST',
      path: `/policies/${id === inForce ? policy : id}/new-version`,
    },
  })),
  existence('a rebase', (id) => ({
    rest: { body: {}, method: 'POST', path: `/policy-versions/${id}/rebase` },
  })),
  existence('a report', (id, { inForce }) => {
    return get(`/policies/${id === inForce ? 'privacy' : 'no-such-policy'}/report`)
  }),
  existence('an overview', (id, { inForce }) => {
    return get(`/policies/${id === inForce ? 'privacy' : 'no-such-policy'}/overview`)
  }),
  existence('an edit', (id) => ({
    rest: { body: {}, method: 'PATCH', path: `/policy-versions/${id}` },
  })),
  existence('a step', (id) => ({
    rest: { body: {}, method: 'POST', path: `/policy-versions/${id}/submit` },
  })),
  existence('a version over GraphQL', (id) => ({
    graphql: `{ PolicyVersion(id: ${id}) { id } }`,
  })),
  existence('a version over the Local API', (id, { app }) => ({
    local: (caller) =>
      app.payload.findByID({ id, collection: 'policy-versions', disableErrors: true, ...caller }),
  })),
]
