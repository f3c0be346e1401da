import type { Config, Plugin } from 'payload'

import { withDashboard } from './collections/dashboard.js'
import { policyCollections } from './collections/index.js'
import { answerPolicyErrors } from './collections/policyErrors.js'
import { policyCommands } from './commands/index.js'
import { policyAdapter } from './database/policyAdapter.js'
import { withPublicQueries } from './graphql/publicQueries.js'
import { assertHost } from './host.js'
import { writeStepsAlone } from './operations/stepWrites.js'
import { policyContextKey, type PolicyVersioningPluginOptions } from './options.js'
import { sanitizeOptions } from './sanitizeOptions.js'
import { withTranslations } from './translations/withTranslations.js'

/**
 * Adds policies as versions with effective dates to a Payload config, and enforces the notice period
 * that each policy promised about its own changes.
 *
 * @example
 * buildConfig({ plugins: [policyVersioningPlugin()] })
 *
 * @throws Error for options, a database adapter or collections that cannot work, when the config is built.
 */
export const policyVersioningPlugin =
  (options: PolicyVersioningPluginOptions = {}): Plugin =>
  (config: Config): Config => {
    const context = sanitizeOptions({ config, options })
    assertHost({ config, context })

    return {
      ...config,
      admin: withDashboard({ admin: config.admin, context }),
      bin: [...(config.bin ?? []), ...policyCommands],
      // For those who call the plugin's operations from code of their own.
      custom: { ...config.custom, [policyContextKey]: context },
      collections: [...(config.collections ?? []), ...policyCollections(context)],
      db: policyAdapter({
        adapter: config.db,
        isClockSimulated: Boolean(context.clock),
        slugs: context.slugs,
        writeSteps: writeStepsAlone(context),
      }),
      graphQL: withPublicQueries({ context, graphQL: config.graphQL }),
      hooks: {
        ...config.hooks,
        // First, so that a host's own hook has the last word.
        afterError: [answerPolicyErrors, ...(config.hooks?.afterError ?? [])],
      },
      i18n: withTranslations(config.i18n),
    }
  }
