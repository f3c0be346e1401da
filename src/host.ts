import type { Config } from 'payload'

import type { PolicyContext } from './options.js'

/**
 * Checks what the plugin needs of its host before anything is built.
 * @throws Error for another database than Postgres, or a slug that is taken.
 */
export const assertHost = ({
  config,
  context,
}: {
  config: Config
  context: PolicyContext
}): void => {
  const { name } = config.db

  if (name !== 'postgres') {
    throw new Error(
      `payload-plugin-policy-versioning: the database adapter is "${String(name)}"; what the plugin guarantees rests on Postgres. Use @payloadcms/db-postgres.`,
    )
  }

  const own = Object.values(context.slugs)
  const taken = config.collections?.find(({ slug }) => own.includes(slug))

  if (taken) {
    throw new Error(
      `payload-plugin-policy-versioning: there is a collection "${taken.slug}" already. Give the plugin's another slug by its option \`slugs\`.`,
    )
  }
}
