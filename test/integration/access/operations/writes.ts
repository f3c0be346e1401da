import type { Facts } from '../collections.js'
import type { Operation, Operations } from './operation.js'

import { hasHistory } from './reads.js'

/** The ways in which Payload lets a collection be written. */
export const writes = (facts: Facts): Operations => {
  const { field, newDocument, singular, slug } = facts

  return {
    create: {
      call: ({ stage }) => {
        const data = newDocument(stage)

        return {
          graphql: {
            query: `mutation ($data: mutation${singular}Input!) { create${singular}(data: $data) { id } }`,
            variables: { data },
          },
          local: (caller) => stage.app.payload.create({ collection: slug, data: data, ...caller }),
          rest: { body: data, method: 'POST', path: `/${slug}` },
        }
      },
      effect: 'write',
    },
    delete: deletion({ facts }),
    deleteMany: {
      call: ({ id, stage: { app } }) => ({
        local: (caller) =>
          app.payload.delete({ collection: slug, where: { id: { equals: id } }, ...caller }),
        rest: { method: 'DELETE', path: `/${slug}?where[id][equals]=${id}` },
      }),
      effect: 'write',
    },
    duplicate: {
      call: ({ id, stage: { app } }) => ({
        graphql: `mutation { duplicate${singular}(id: ${id}) { id } }`,
        local: (caller) => app.payload.duplicate({ id, collection: slug, ...caller }),
        rest: { body: {}, method: 'POST', path: `/${slug}/${id}/duplicate` },
      }),
      effect: 'write',
    },
    restoreVersion: {
      call: ({ stage: { app, state } }) => ({
        ...(hasHistory(slug) && {
          graphql: `mutation { restoreVersion${singular}(id: ${state}) { id } }`,
        }),
        local: (caller) =>
          app.payload.restoreVersion({ id: String(state), collection: slug, ...caller }),
        rest: { body: {}, method: 'POST', path: `/${slug}/versions/${state}` },
      }),
      effect: 'write',
    },
    update: change({ data: { [field]: 'Changed' }, facts }),
    updateMany: {
      call: ({ id, stage: { app } }) => ({
        local: (caller) =>
          app.payload.update({
            collection: slug,
            data: { [field]: 'Changed' },
            where: { id: { equals: id } },
            ...caller,
          }),
        rest: {
          body: { [field]: 'Changed' },
          method: 'PATCH',
          path: `/${slug}?where[id][equals]=${id}`,
        },
      }),
      effect: 'write',
    },
  }
}

/** A write of some fields of one document. */
export const change = ({
  data,
  facts: { singular, slug },
  subject,
}: {
  data: Record<string, unknown>
  facts: Facts
  subject?: Operation['subject']
}): Operation => ({
  call: ({ id, stage: { app } }) => ({
    graphql: {
      query: `mutation ($data: mutation${singular}UpdateInput!) { update${singular}(id: ${id}, data: $data) { id } }`,
      variables: { data },
    },
    local: (caller) => app.payload.update({ id, collection: slug, data: data, ...caller }),
    rest: { body: data, method: 'PATCH', path: `/${slug}/${id}` },
  }),
  effect: 'write',
  subject,
})

/** The deletion of one document. */
export const deletion = ({
  facts: { singular, slug },
  subject,
}: {
  facts: Facts
  subject?: Operation['subject']
}): Operation => ({
  call: ({ id, stage: { app } }) => ({
    graphql: `mutation { delete${singular}(id: ${id}) { id } }`,
    local: (caller) => app.payload.delete({ id, collection: slug, ...caller }),
    rest: { method: 'DELETE', path: `/${slug}/${id}` },
  }),
  effect: 'write',
  subject,
})
