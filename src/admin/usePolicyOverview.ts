'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'

import type { PolicyOverview } from '../operations/policyOverview.js'

/** The slugs of the collections that the admin links to. */
export type PolicySlugs = { policies: string; versions: string }

/** The overview of the policy whose document is open, and where the admin shows what it tells of. */
export const usePolicyOverview = ({
  slugs,
}: {
  slugs: PolicySlugs
}): {
  hasFailed: boolean
  overview: PolicyOverview | undefined
  timelineUrl: string
  versionUrl: (id: number | string) => string
} => {
  const { id, data } = useDocumentInfo()
  const {
    config: { routes, serverURL },
  } = useConfig()
  const [overview, setOverview] = useState<PolicyOverview>()
  const [hasFailed, setHasFailed] = useState(false)
  const slug: unknown = data?.slug
  const savedAt: unknown = data?.updatedAt
  const adminUrl = (path: `/${string}`) =>
    formatAdminURL({ adminRoute: routes.admin, path, serverURL })

  useEffect(() => {
    if (typeof slug !== 'string') {
      return
    }
    const address = `${serverURL}${routes.api}/${slugs.policies}/${slug}/overview`
    fetch(address, { credentials: 'include' })
      .then(async (response) => {
        setOverview(response.ok ? ((await response.json()) as PolicyOverview) : undefined)
        setHasFailed(!response.ok)
      })
      // Without an answer there is nothing to show; the rest of the document works all the same.
      .catch(() => setHasFailed(true))
  }, [routes.api, savedAt, serverURL, slug, slugs.policies])

  return {
    hasFailed,
    overview,
    timelineUrl: adminUrl(`/collections/${slugs.policies}/${id ?? ''}/timeline`),
    versionUrl: (version) => adminUrl(`/collections/${slugs.versions}/${version}`),
  }
}
