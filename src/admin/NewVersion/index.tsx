'use client'
import { Button, useConfig, useDocumentInfo, useRouteTransition } from '@payloadcms/ui'
import { formatAdminURL } from '@payloadcms/ui/shared'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { post } from '../post.js'
import { useWords } from '../useWords.js'
import './index.css'
import { usePolicyVersions } from './usePolicyVersions.js'

/** Starts a version of a policy from its text in force, or opens the one that is being drafted. */
export const NewVersion = ({
  policies,
  versions: slug,
}: {
  policies: string
  versions: string
}) => {
  const { word } = useWords()
  const { id, hasSavePermission } = useDocumentInfo()
  const {
    config: {
      routes: { admin: adminRoute, api },
      serverURL,
    },
  } = useConfig()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const versions = usePolicyVersions({ policy: id, slug })

  if (id === undefined || !hasSavePermission || !versions) {
    return null
  }

  const addressOf = (version: number | string) =>
    formatAdminURL({ adminRoute, path: `/collections/${slug}/${version}` })
  const open = versions.filter(({ status }) => !['published', 'withdrawn'].includes(status))
  const hasText = versions.some(({ status }) => status === 'published')

  const start = async () => {
    setIsBusy(true)
    setRefusal(undefined)

    try {
      const { doc } = await post<{ doc: { id: number | string } }>(
        `${serverURL}${api}/${policies}/${id}/new-version`,
      )
      startRouteTransition(() => router.push(addressOf(doc.id)))
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
      setIsBusy(false)
    }
  }

  return (
    <section aria-label={word('newVersion')} className="policy-new-version">
      <h2>{word('newVersion')}</h2>
      <p>{word(hasText ? 'newVersionHelp' : 'newVersionNone')}</p>
      {open.length > 0 && (
        <div>
          <p>{word('newVersionOpen')}</p>
          <ul>
            {open.map(({ id: version, label }) => (
              <li key={version}>
                <a href={addressOf(version)}>{word('newVersionOpenDraft', { label })}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {refusal !== undefined && (
        <p className="policy-new-version__refusal" role="alert">
          {refusal}
        </p>
      )}
      {hasText && (
        <Button
          buttonStyle={open.length > 0 ? 'secondary' : 'primary'}
          disabled={isBusy}
          margin={false}
          onClick={() => void start()}
          size="medium"
        >
          {word(open.length > 0 ? 'newVersionAnother' : 'newVersionStart')}
        </Button>
      )}
    </section>
  )
}
