'use client'
import { Gutter } from '@payloadcms/ui'
import { useMemo, useState } from 'react'

import { lanesOf } from '../../domain/timelinePicture/lanesOf.js'
import { Breadcrumbs } from '../Breadcrumbs.js'
import { type PolicySlugs, usePolicyOverview } from '../usePolicyOverview.js'
import { useWords } from '../useWords.js'
import './index.css'
import { Legend } from './Legend.js'
import { Picture } from './Picture.js'
import { firstScale, type Scale, ScaleChoice } from './ScaleChoice.js'
import { TimelineTable } from './TimelineTable.js'

/** A policy's versions on a time axis, past and future: as a picture, and in words as a table. */
export const PolicyTimeline = ({ slugs }: { slugs: PolicySlugs }) => {
  const { moment, word } = useWords()
  const { hasFailed, overview, versionUrl } = usePolicyOverview({ slugs })
  const [chosen, setChosen] = useState<Scale>()
  const scale = chosen ?? (overview ? firstScale(overview) : 'all')
  const lanes = useMemo(
    () => (overview ? lanesOf({ at: new Date(overview.at), versions: overview.versions }) : []),
    [overview],
  )

  return (
    <Gutter className="policy-timeline">
      <Breadcrumbs collection={slugs.policies} />
      {hasFailed && <p role="alert">{word('timelineFailed')}</p>}
      {!overview && !hasFailed && <div aria-busy="true" className="policy-timeline__waiting" />}
      {overview && overview.versions.length === 0 && <p>{word('timelineEmpty')}</p>}
      {overview && overview.versions.length > 0 && (
        <>
          <div className="policy-timeline__head">
            <p>
              {word('timelineAsOf', {
                moment: moment(overview.at, overview.report.policy.timeZone),
              })}{' '}
              {overview.report.policy.timeZone}
            </p>
            <ScaleChoice onChange={setChosen} value={scale} />
          </div>
          <Picture lanes={lanes} overview={overview} scale={scale} versionUrl={versionUrl} />
          <Legend lanes={lanes} />
          <TimelineTable
            timeZone={overview.report.policy.timeZone}
            versions={overview.versions}
            versionUrl={versionUrl}
          />
        </>
      )}
    </Gutter>
  )
}
