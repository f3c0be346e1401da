import type { CollectionConfig } from 'payload'

import { nobody, refuse } from './access.js'

/** A collection of a plugin that is switched off: its schema and its public reads stay, nothing is written. */
export const readOnly = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  access: { ...collection.access, create: nobody, delete: nobody, update: nobody },
  admin: { ...collection.admin, hidden: true },
  endpoints: (collection.endpoints || []).filter(({ method }) => method !== 'post'),
  hooks: {
    beforeOperation: [
      ({ operation }) => {
        if (['create', 'delete', 'restoreVersion', 'update'].includes(operation)) {
          refuse(
            `"${collection.slug}" cannot be written while the plugin is disabled. Remove its option \`disabled\`.`,
          )
        }
      },
    ],
  },
})
