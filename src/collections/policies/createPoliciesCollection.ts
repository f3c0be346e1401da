import type { CollectionConfig } from 'payload'

import type { PolicyContext } from '../../options.js'

import { label, staticLabel, tabLabel } from '../../translations/label.js'
import { anyRole, noHistory, withRole } from '../access.js'
import { component } from '../component.js'
import { policyEndpoints } from './endpoints.js'
import { linkedSlugs, policyFields } from './fields.js'
import { keepFixed, lockOrRefuse, refuseWithVersions } from './hooks.js'

/** The lasting identities of public documents. Written by editors; read by anybody through the public routes alone. */
export const createPoliciesCollection = (context: PolicyContext): CollectionConfig => ({
  slug: context.slugs.policies,
  access: {
    create: withRole({ context, doing: 'create a policy', role: 'editor' }),
    delete: withRole({ context, doing: 'delete a policy', role: 'admin' }),
    read: anyRole(context),
    readVersions: noHistory,
    update: withRole({ context, doing: 'edit a policy', role: 'editor' }),
  },
  admin: {
    components: {
      views: {
        edit: {
          timeline: {
            Component: component({
              clientProps: { slugs: linkedSlugs(context) },
              name: 'PolicyTimeline',
            }),
            path: '/timeline',
            tab: { href: '/timeline', label: tabLabel('timeline'), order: 200 },
          },
        },
      },
    },
    defaultColumns: ['title', 'slug', 'kind', 'timeZone'],
    group: staticLabel('group'),
    useAsTitle: 'title',
  },
  disableDuplicate: true,
  endpoints: policyEndpoints(context),
  fields: policyFields(context),
  hooks: {
    beforeChange: [keepFixed(context)],
    beforeDelete: [refuseWithVersions(context)],
    beforeOperation: [lockOrRefuse(context)],
  },
  labels: { plural: label('policies'), singular: label('policy') },
  // Two GraphQL types would share the name PolicyVersion otherwise.
  versions: false,
})
