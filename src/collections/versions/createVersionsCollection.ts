import type { CollectionConfig } from 'payload'

import type { PolicyContext } from '../../options.js'

import { isSealed, type VersionStatus } from '../../domain/lifecycle.js'
import { label, staticLabel } from '../../translations/label.js'
import { namespace } from '../../translations/namespace.js'
import { anyRole, withRole } from '../access.js'
import { component } from '../component.js'
import { mayUpdate } from './access.js'
import { versionEndpoints } from './endpoints.js'
import { versionFields } from './fields.js'
import { recordChange } from './hooks/afterChange.js'
import { applyChange } from './hooks/beforeChange.js'
import { refuseRecorded } from './hooks/beforeDelete.js'
import { lockPolicyOfVersion } from './hooks/beforeOperation.js'
import { proposeDefaults } from './hooks/beforeValidate.js'

/** The editions of a policy's text, from draft to publication. Sealed from publication on. */
export const createVersionsCollection = (context: PolicyContext): CollectionConfig => ({
  slug: context.slugs.versions,
  access: {
    create: withRole({ context, doing: 'start a version', role: 'editor' }),
    delete: withRole({
      allows: ({ status }) => !isSealed(status as VersionStatus),
      context,
      doing: 'delete a version',
      role: 'admin',
    }),
    read: anyRole(context),
    readVersions: anyRole(context),
    update: mayUpdate(context),
  },
  admin: {
    components: {
      views: {
        edit: {
          review: {
            Component: component({ clientProps: { slugs: context.slugs }, name: 'ReviewView' }),
            path: '/review',
            tab: { href: '/review', label: ({ t }) => t(`${namespace}:reviewTab`), order: 200 },
          },
        },
      },
    },
    defaultColumns: ['title', 'label', 'policy', 'status', 'materialChange', 'effectiveAt'],
    // A list of published versions weighs megabytes otherwise: each has its whole text, several times.
    enableListViewSelectAPI: true,
    group: staticLabel('group'),
    useAsTitle: 'title',
  },
  disableDuplicate: true,
  endpoints: versionEndpoints(context),
  fields: versionFields(context),
  // What a list says of the day on which a version takes effect needs them.
  forceSelect: { imported: true, policy: true, withdrawnAt: true },
  hooks: {
    afterChange: [recordChange(context)],
    beforeChange: [applyChange(context)],
    beforeDelete: [refuseRecorded(context)],
    beforeOperation: [lockPolicyOfVersion(context)],
    beforeValidate: [proposeDefaults(context)],
  },
  indexes: [
    { fields: ['policy', 'label'], unique: true },
    // When a policy last changed in public, whatever the number of its versions.
    { fields: ['policy', 'publishedAt'] },
    { fields: ['policy', 'withdrawnAt'] },
  ],
  labels: { plural: label('versions'), singular: label('version') },
  // A reviewer reads while the editor's window is open; the fingerprint tells whether the text moved.
  lockDocuments: false,
  // The editing history is kept whole; Payload's drafts are no boundary of confidentiality.
  versions: { drafts: false, maxPerDoc: 0 },
})
