import type { CollectionConfig } from 'payload'

import type { PolicyContext } from '../options.js'

import { PolicyError } from '../domain/policyError.js'
import { staticLabel } from '../translations/label.js'
import { anyRole, nobody, noHistory } from './access.js'

/**
 * What reviews, notices and events have in common: people with a role read them, and nobody writes
 * them through any of Payload's operations. The plugin inserts them below these hooks.
 */
export const writtenByPlugin = ({
  context,
  slug,
}: {
  context: PolicyContext
  slug: string
}): Pick<CollectionConfig, 'access' | 'admin' | 'disableDuplicate' | 'hooks' | 'versions'> => ({
  access: {
    create: nobody,
    delete: nobody,
    read: anyRole(context),
    readVersions: noHistory,
    update: nobody,
  },
  admin: { group: staticLabel('group') },
  disableDuplicate: true,
  hooks: {
    beforeOperation: [
      ({ operation }) => {
        if (['create', 'delete', 'restoreVersion', 'update'].includes(operation)) {
          throw new PolicyError({
            code: 'SEALED',
            message: `"${slug}" is part of the record: only the plugin writes it, and nobody changes or deletes it.`,
          })
        }
      },
    ],
  },
  versions: false,
})
