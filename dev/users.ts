import type { CollectionConfig, PayloadRequest } from 'payload'

const roles = ['admin', 'editor', 'reviewer', 'publisher'] as const

type Role = (typeof roles)[number]

/** The people of the demo. Only an admin may change who has which role. */
export const users: CollectionConfig = {
  slug: 'users',
  admin: { defaultColumns: ['name', 'email', 'roles'], useAsTitle: 'name' },
  auth: true,
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'roles',
      type: 'select',
      access: { update: ({ req }) => hasRole('admin')({ req }) },
      hasMany: true,
      options: [...roles],
    },
  ],
}

/** A role check as the plugin takes it. */
export const hasRole =
  (role: Role) =>
  ({ req }: { req: PayloadRequest }): boolean =>
    (req.user as null | { roles?: Role[] })?.roles?.includes(role) ?? false
