import type { PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'
import type { StoredPolicy, StoredVersion } from './storedVersion.js'

import { inLanguage } from '../domain/languages.js'
import { byLanguage, languagesOf } from './languages.js'

/** A policy and one of its versions, to be named and linked. */
export type NamedVersion = {
  policy: { id: number | string; slug: string; timeZone: string; title: string }
  version: { id: number | string; label: string }
}

/** Policies by their id. */
export type NamedPolicies = ReadonlyMap<string, NamedVersion['policy']>

/** Every policy, with its title in the language of the request. */
export const loadNamedPolicies = async ({
  context,
  req,
}: {
  context: PolicyContext
  req: PayloadRequest
}): Promise<NamedPolicies> => {
  const { config } = req.payload
  const languages = languagesOf({ config, context })
  const { docs } = await req.payload.db.find<StoredPolicy>({
    collection: context.slugs.policies,
    joins: false,
    limit: 0,
    pagination: false,
    req,
    select: { slug: true, timeZone: true, title: true },
  })

  return new Map(
    docs.map(({ id, slug, timeZone, title }) => {
      const values = byLanguage<string>({ config, context, value: title })
      const wanted = req.locale ?? languages.default
      return [
        String(id),
        { id, slug, timeZone, title: inLanguage({ languages, values, wanted })?.value ?? slug },
      ] as const
    }),
  )
}

/** A version with its policy; undefined where that is gone. */
export const namedVersion = ({
  named,
  version: { id, label, policy },
}: {
  named: NamedPolicies
  version: Pick<StoredVersion, 'id' | 'label' | 'policy'>
}): NamedVersion | undefined => {
  const known = named.get(String(policy))
  return known && { policy: known, version: { id, label } }
}
