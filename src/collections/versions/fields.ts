import type { Field, PayloadRequest } from 'payload'

import { EXPERIMENTAL_TableFeature, lexicalEditor, LinkFeature } from '@payloadcms/richtext-lexical'

import type { PolicyContext } from '../../options.js'

import { isCivilDate } from '../../domain/civilDate.js'
import { type VersionStatus, versionStatuses } from '../../domain/lifecycle.js'
import { isLabel } from '../../domain/versionLabel.js'
import { fault, label, staticLabel } from '../../translations/label.js'
import { component, serverComponent } from '../component.js'
import { specialFields } from './specialFields.js'

/**
 * What a policy's text is made of. Uploads, relations and links to documents are left out: what they
 * show can change later, and a sealed text must not.
 */
const policyEditor = lexicalEditor({
  features: ({ defaultFeatures }) => [
    ...defaultFeatures.filter(
      ({ key }) => !['checklist', 'link', 'relationship', 'upload'].includes(key),
    ),
    LinkFeature({ enabledCollections: [] }),
    EXPERIMENTAL_TableFeature(),
  ],
})

/** Fields of a step of the workflow; what is not among them is content or set by the plugin. */
export const workflowFields = [
  'attestations',
  'comment',
  'fingerprint',
  'scope',
  'status',
  'transition',
] as const

/** The fields of a version: its content, the step that is asked for, and what the plugin sets. */
export const versionFields = (context: PolicyContext): Field[] => [
  {
    name: 'workflow',
    type: 'ui',
    admin: {
      components: {
        Field: component({
          clientProps: { slug: context.slugs.versions },
          name: 'VersionWorkflow',
        }),
      },
      disableListColumn: true,
    },
    label: staticLabel('workflow'),
  },
  {
    name: 'base',
    type: 'ui',
    admin: {
      components: {
        Field: component({ clientProps: { slug: context.slugs.versions }, name: 'VersionBase' }),
      },
      disableListColumn: true,
    },
    label: staticLabel('base'),
  },
  ...contentFields(context),
  {
    type: 'collapsible',
    admin: { initCollapsed: true },
    fields: specialFields(context),
    label: label('special'),
  },
  ...stepFields,
  ...setByPluginFields,
]

const contentFields = (context: PolicyContext): Field[] => [
  {
    name: 'policy',
    type: 'relationship',
    admin: { allowCreate: false, allowEdit: false, position: 'sidebar' },
    index: true,
    label: label('policy'),
    relationTo: context.slugs.policies,
    required: true,
  },
  {
    name: 'label',
    type: 'text',
    admin: { description: label('labelHelp'), position: 'sidebar' },
    label: label('label'),
    validate: (value: unknown, { req }: { req: PayloadRequest }) =>
      value === undefined ||
      value === null ||
      value === '' ||
      isLabel(value) ||
      fault({ key: 'faultLabel', req, value }),
  },
  { name: 'title', type: 'text', label: label('title'), localized: true, required: true },
  {
    name: 'textSource',
    type: 'json',
    admin: {
      components: {
        Field: component({
          clientProps: { slug: context.slugs.versions },
          name: 'ImportText',
        }),
      },
      disableListColumn: true,
      disableListFilter: true,
    },
    label: label('textSource'),
    localized: true,
  },
  {
    name: 'body',
    type: 'richText',
    admin: { components: { Label: component({ name: 'TranslatedLabel' }) } },
    editor: policyEditor,
    label: label('body'),
    localized: true,
    required: true,
  },
  {
    name: 'changeSummary',
    type: 'textarea',
    admin: { description: label('changeSummaryHelp') },
    label: label('changeSummary'),
    localized: true,
  },
  {
    name: 'materialChange',
    type: 'checkbox',
    admin: { description: label('materialChangeHelp'), position: 'sidebar' },
    defaultValue: false,
    label: label('materialChange'),
  },
  {
    name: 'materialityReason',
    type: 'textarea',
    admin: { position: 'sidebar' },
    label: label('materialityReason'),
  },
  {
    name: 'effectiveOn',
    type: 'text',
    admin: {
      components: {
        Cell: component({ name: 'DayCell' }),
        Field: component({
          clientProps: { slug: context.slugs.versions },
          name: 'EffectiveDateField',
        }),
      },
      description: label('effectiveOnHelp'),
      position: 'sidebar',
    },
    label: label('effectiveOn'),
    validate: (value: unknown, { req }: { req: PayloadRequest }) =>
      value === undefined ||
      value === null ||
      value === '' ||
      isCivilDate(value) ||
      fault({ key: 'faultEffectiveOn', req, value }),
  },
  {
    name: 'noticeChannels',
    type: 'text',
    admin: { description: label('channelsHelp'), position: 'sidebar' },
    hasMany: true,
    label: label('noticeChannels'),
  },
  {
    name: 'noticeTerms',
    type: 'json',
    admin: {
      components: {
        Field: component({
          clientProps: {
            calendars: context.calendars.map(({ id }) => id),
            presets: Object.entries(context.presets).map(([name, preset]) => ({
              ...preset,
              name,
            })),
          },
          name: 'NoticeTermsField',
        }),
      },
      description: label('noticeTermsHelp'),
    },
    label: label('noticeTerms'),
  },
]

/** Sent with a step of the workflow, or answered; never stored. */
const stepFields: Field[] = [
  { name: 'transition', type: 'text', admin: { hidden: true }, virtual: true },
  { name: 'attestations', type: 'json', admin: { hidden: true }, virtual: true },
  { name: 'scope', type: 'text', admin: { hidden: true }, virtual: true },
  { name: 'comment', type: 'textarea', admin: { hidden: true }, virtual: true },
  { name: 'warnings', type: 'json', admin: { hidden: true }, virtual: true },
]

const statusWords = {
  approved: 'stageApproved',
  changes_requested: 'stageChangesRequested',
  draft: 'stageDraft',
  in_review: 'stageInReview',
  published: 'statePublished',
  withdrawn: 'stateWithdrawn',
} as const satisfies Record<VersionStatus, string>

const setByPluginFields: Field[] = [
  {
    name: 'status',
    type: 'select',
    // The workflow's panel shows it in words; a select that always refuses would only confuse.
    admin: { components: { Field: false }, position: 'sidebar' },
    defaultValue: 'draft',
    index: true,
    label: label('status'),
    options: versionStatuses.map((value) => ({ label: label(statusWords[value]), value })),
    required: true,
  },
  ...(['publishedAt', 'effectiveAt', 'withdrawnAt'] as const).map((name): Field => ({
    name,
    type: 'date',
    admin: {
      ...(name === 'effectiveAt' && { components: { Cell: serverComponent('EffectCell') } }),
      disableListColumn: false,
      hidden: true,
    },
    index: name === 'effectiveAt',
    label: label(name === 'publishedAt' ? 'reportPublished' : name),
  })),
  ...(['publishedBy', 'authors', 'basedOn', 'snapshot'] as const).map((name): Field => ({
    name,
    type: 'json',
    admin: { hidden: true },
  })),
  { name: 'fingerprint', type: 'text', admin: { hidden: true }, index: true },
]
