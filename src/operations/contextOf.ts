import type { Payload } from 'payload'

import { type PolicyContext, policyContextKey } from '../options.js'

/** The plugin's context, for code that has only Payload. @throws Error where it does not use the plugin. */
export const contextOf = (payload: Payload): PolicyContext => {
  const context: unknown = payload.config.custom[policyContextKey]

  if (!context) {
    throw new Error('payload-plugin-policy-versioning: this Payload does not use the plugin.')
  }
  return context as PolicyContext
}
