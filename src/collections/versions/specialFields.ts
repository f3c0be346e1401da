import type { Field } from 'payload'

import type { PolicyContext } from '../../options.js'

import { label } from '../../translations/label.js'
import { component } from '../component.js'

/** What most versions do without: an exception, a version to replace, an import, warnings that may stand. */
export const specialFields = (context: PolicyContext): Field[] => [
  {
    name: 'exception',
    type: 'group',
    admin: { description: label('exceptionHelp') },
    fields: [
      {
        name: 'reason',
        type: 'text',
        admin: {
          components: {
            Field: component({
              clientProps: { slug: context.slugs.versions },
              name: 'ExceptionReason',
            }),
          },
        },
        label: label('exceptionReason'),
      },
      { name: 'explanation', type: 'textarea', label: label('exceptionExplanation') },
    ],
    label: label('exception'),
  },
  {
    name: 'replaces',
    type: 'group',
    admin: { description: label('replacesHelp') },
    fields: [
      {
        name: 'version',
        type: 'relationship',
        admin: { allowCreate: false, allowEdit: false },
        filterOptions: ({ data }) => ({
          policy: { equals: (data as { policy?: number | string }).policy ?? null },
          status: { equals: 'published' },
        }),
        label: label('replacesVersion'),
        relationTo: context.slugs.versions,
        // The filter is for the choice alone: once it is replaced, the version is no longer published.
        validate: () => true as const,
      },
      {
        name: 'materialDifference',
        type: 'checkbox',
        // Whoever wants the notice to count on says so.
        defaultValue: true,
        label: label('materialDifference'),
      },
    ],
    label: label('replaces'),
  },
  {
    name: 'imported',
    type: 'group',
    admin: { description: label('importedHelp') },
    fields: [
      { name: 'source', type: 'text', label: label('importedSource') },
      { name: 'sequence', type: 'number', label: label('importedSequence') },
      { name: 'effectiveOn', type: 'text', label: label('importedEffectiveOn') },
      { name: 'publishedOn', type: 'text', label: label('importedPublishedOn') },
    ],
    label: label('imported'),
  },
  { name: 'acknowledgements', type: 'json', admin: { hidden: true } },
]
