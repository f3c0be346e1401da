import type { Facts } from '../collections.js'
import type { Operations } from './operation.js'

/** The ways in which Payload lets a collection be read. */
export const reads = ({ field, plural, singular, slug }: Facts): Operations => ({
  count: {
    call: ({ stage: { app } }) => ({
      graphql: `{ count${plural} { totalDocs } }`,
      local: (caller) => app.payload.count({ collection: slug, ...caller }),
      rest: { method: 'GET', path: `/${slug}/count` },
    }),
    effect: 'open',
  },
  find: {
    call: ({ stage: { app } }) => ({
      graphql: `{ ${plural}(limit: 0) { docs { ${field} } } }`,
      local: (caller) => app.payload.find({ collection: slug, limit: 0, ...caller }),
      rest: { method: 'GET', path: `/${slug}?limit=0` },
    }),
    effect: 'hidden',
  },
  findByID: {
    call: ({ id, stage: { app } }) => ({
      graphql: `{ ${singular}(id: ${id}) { ${field} } }`,
      local: (caller) => app.payload.findByID({ id, collection: slug, ...caller }),
      rest: { method: 'GET', path: `/${slug}/${id}` },
    }),
    effect: 'hidden',
  },
  findDistinct: {
    call: ({ stage: { app } }) => ({
      local: (caller) => app.payload.findDistinct({ collection: slug, field, ...caller }),
    }),
    effect: 'hidden',
  },
  findVersionByID: {
    call: ({ stage: { app, state } }) => ({
      ...(hasHistory(slug) && {
        graphql: `{ version${singular}(id: ${state}) { version { ${field} } } }`,
      }),
      local: (caller) =>
        app.payload.findVersionByID({ id: String(state), collection: slug, ...caller }),
      rest: { method: 'GET', path: `/${slug}/versions/${state}` },
    }),
    effect: 'hidden',
  },
  findVersions: {
    call: ({ stage: { app } }) => ({
      ...(hasHistory(slug) && {
        graphql: `{ versions${plural}(limit: 0) { docs { version { ${field} } } } }`,
      }),
      local: (caller) => app.payload.findVersions({ collection: slug, limit: 0, ...caller }),
      rest: { method: 'GET', path: `/${slug}/versions?limit=0` },
    }),
    effect: 'hidden',
  },
})

/** True where earlier states are kept; GraphQL has no word for them elsewhere. */
export const hasHistory = (slug: string): boolean => slug === 'policy-versions'
