'use client'
import { Button, Link, useConfig, useDocumentInfo, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { VersionCourse } from '../../domain/versionCourse.js'
import type { PolicySlugs } from '../usePolicyOverview.js'

import { isSealed } from '../../domain/lifecycle.js'
import { post } from '../post.js'
import { standingWord } from '../stateWords.js'
import { useWords } from '../useWords.js'
import { FirstVersion } from './FirstVersion.js'
import './index.css'

/**
 * Starts a version of a policy from its text in force, or from an announced one, which it would undo
 * otherwise; opens the one that is being drafted.
 */
export const NewVersion = ({
  slugs,
  timeZone,
  versions,
  versionUrl,
}: {
  slugs: PolicySlugs
  timeZone: string
  /** The newest first. */
  versions: VersionCourse[]
  versionUrl: (id: number | string) => string
}) => {
  const { day, word } = useWords()
  const { id, hasSavePermission } = useDocumentInfo()
  const {
    config: {
      routes: { api },
      serverURL,
    },
  } = useConfig()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  if (!hasSavePermission) {
    return null
  }

  const open = versions.filter(({ status }) => !isSealed(status))
  const standing = versions.filter(({ state }) => state === 'upcoming' || state === 'in_force')
  const announced = standing.filter(({ state }) => state === 'upcoming')

  const go = (version: number | string) =>
    startRouteTransition(() => router.push(versionUrl(version)))

  /** Of what is in force when it is started, unless a version is named. */
  const start = async (from: { basedOn?: number | string }) => {
    setIsBusy(true)
    setRefusal(undefined)

    try {
      const { doc } = await post<{ doc: { id: number | string } }>(
        `${serverURL}${api}/${slugs.policies}/${id}/new-version`,
        from,
      )
      go(doc.id)
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
      setIsBusy(false)
    }
  }

  return (
    <section aria-label={word('newVersion')} className="policy-new-version">
      <h2>{word('newVersion')}</h2>
      {announced.length === 0 && (
        <p>{word(standing.length > 0 ? 'newVersionHelp' : 'newVersionNone')}</p>
      )}
      {/* The last one holds what the others change. */}
      {announced.slice(0, 1).map(({ id: version, effectiveAt, label }) => (
        <p key={version}>
          {word('newVersionAnnounced', {
            action: word('actionReplace'),
            date: effectiveAt ? day(effectiveAt, timeZone) : '',
            label,
          })}
        </p>
      ))}
      {open.length > 0 && (
        <div>
          <p>{word('newVersionOpen')}</p>
          <ul>
            {open.map(({ id: version, label }) => (
              <li key={version}>
                <Link href={versionUrl(version)}>{word('newVersionOpenDraft', { label })}</Link>
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
      <div className="policy-new-version__actions">
        {standing.length === 0 && (
          <FirstVersion
            collection={slugs.versions}
            isAnother={open.length > 0}
            onCreated={go}
            policy={id}
          />
        )}
        {standing.map((version, index) => (
          <Button
            buttonStyle={open.length > 0 || index > 0 ? 'secondary' : 'primary'}
            disabled={isBusy}
            key={version.id}
            margin={false}
            onClick={() => void start(announced.length > 0 ? { basedOn: version.id } : {})}
            size="medium"
          >
            {announced.length === 0
              ? word(open.length > 0 ? 'newVersionAnother' : 'newVersionStart')
              : word('newVersionFrom', {
                  label: version.label,
                  state: word(standingWord(version)),
                })}
          </Button>
        ))}
      </div>
    </section>
  )
}
