'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

/** What a list of versions says of one. */
export type ListedVersion = { id: number | string; label: string; status: string }

/** The versions of a policy, newest first; undefined as long as they are not known. */
export const usePolicyVersions = ({
  policy,
  slug,
}: {
  policy: number | string | undefined
  slug: string
}): ListedVersion[] | undefined => {
  const {
    config: {
      routes: { api },
      serverURL,
    },
  } = useConfig()
  const [versions, setVersions] = useState<ListedVersion[]>()

  useEffect(() => {
    if (policy === undefined) {
      return
    }
    const query = new URLSearchParams({
      depth: '0',
      pagination: 'false',
      'select[label]': 'true',
      'select[status]': 'true',
      sort: '-createdAt',
      'where[policy][equals]': String(policy),
    })
    fetch(`${serverURL}${api}/${slug}?${query.toString()}`, { credentials: 'include' })
      .then(async (response) =>
        setVersions(
          response.ok ? ((await response.json()) as { docs: ListedVersion[] }).docs : undefined,
        ),
      )
      // Without an answer nothing is offered; the list of versions works all the same.
      .catch(() => undefined)
  }, [api, policy, serverURL, slug])

  return versions
}
