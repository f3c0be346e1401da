import type { Field, PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import { isCivilDate, isTimeZone } from '../../domain/civilDate.js'
import { fault, label, staticLabel } from '../../translations/label.js'
import { component } from '../component.js'

type Asked = { req: PayloadRequest }

/** The collections that a policy's components ask and link to. */
export const linkedSlugs = ({ slugs: { policies, versions } }: PolicyContext) => ({
  policies,
  versions,
})

/** The fields of a policy; `title` and `kind` are sealed into each version when it is published. */
export const policyFields = (context: PolicyContext): Field[] => [
  {
    name: 'overview',
    type: 'ui',
    admin: {
      components: {
        Field: component({ clientProps: { slugs: linkedSlugs(context) }, name: 'PolicyPanel' }),
      },
      disableListColumn: true,
    },
    label: staticLabel('overview'),
  },
  { name: 'title', type: 'text', label: label('policyTitle'), localized: true, required: true },
  {
    name: 'slug',
    type: 'text',
    admin: { description: label('slugHelp') },
    index: true,
    label: label('slug'),
    required: true,
    unique: true,
    validate: (value: unknown, { req }: Asked) =>
      (typeof value === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(value) && value !== 'versions') ||
      fault({ key: 'faultSlug', req, value }),
  },
  {
    name: 'kind',
    type: 'select',
    defaultValue: 'privacy',
    label: label('kind'),
    options: [
      { label: label('kindPrivacy'), value: 'privacy' },
      { label: label('kindTerms'), value: 'terms' },
      { label: label('kindCookies'), value: 'cookies' },
      { label: label('kindOther'), value: 'other' },
    ],
    required: true,
  },
  {
    name: 'timeZone',
    type: 'text',
    admin: { description: label('timeZoneHelp') },
    label: label('timeZone'),
    required: true,
    validate: (value: unknown, { req }: Asked) =>
      isTimeZone(value) || fault({ key: 'faultTimeZone', req, value }),
  },
  {
    name: 'reviewEvery',
    type: 'number',
    admin: { description: label('reviewEveryHelp') },
    label: label('reviewEvery'),
    min: 1,
    max: 120,
    validate: (value: unknown, { req }: Asked) =>
      value === undefined ||
      value === null ||
      (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 120) ||
      fault({ key: 'faultReviewEvery', req, value }),
  },
  {
    name: 'reviewedOn',
    type: 'text',
    admin: { description: label('reviewedOnHelp') },
    label: label('reviewedOn'),
    validate: (value: unknown, { req }: Asked) =>
      value === undefined ||
      value === null ||
      value === '' ||
      isCivilDate(value) ||
      fault({ key: 'faultReviewedOn', req, value }),
  },
  {
    name: 'versions',
    type: 'join',
    admin: {
      // The policy's panel starts one, from what is in force; Payload offers it to whoever may not, too.
      allowCreate: false,
      defaultColumns: ['label', 'status', 'effectiveOn', 'effectiveAt'],
    },
    collection: context.slugs.versions,
    defaultSort: '-createdAt',
    label: label('versions'),
    on: 'policy',
  },
]
