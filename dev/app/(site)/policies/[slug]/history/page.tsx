import type { Metadata } from 'next'

import { notFound } from 'next/navigation.js'

import { policyPath } from '../../../addresses.js'
import { policyTimeline } from '../../../api.js'
import { PolicyRecord } from '../../../components/PolicyRecord.js'
import { TimelineEntry } from '../../../components/TimelineEntry.js'

type Args = { params: Promise<{ slug: string }> }

export const generateMetadata = async ({ params }: Args): Promise<Metadata> => {
  const timeline = await policyTimeline((await params).slug)
  return { title: timeline ? `All versions: ${titleOf(timeline)}` : 'All versions' }
}

const HistoryPage = async ({ params }: Args) => {
  const { slug } = await params
  const timeline = await policyTimeline(slug)

  if (!timeline) {
    return notFound()
  }

  const { head, versions } = timeline
  return (
    <article className="page">
      <header className="page__header">
        <p className="eyebrow">All versions, newest first</p>
        <h1>{titleOf(timeline)}</h1>
        {versions.some(({ state }) => state === 'in_force') && (
          <p>
            <a href={policyPath(slug)}>Read the text in force</a>
          </p>
        )}
      </header>
      {versions.length > 0 ? (
        <ol className="timeline">
          {versions.map((version) => (
            <TimelineEntry key={version.label} version={version} />
          ))}
        </ol>
      ) : (
        <p>Nothing has been published yet.</p>
      )}
      {versions[0] && head && (
        <footer className="page__footer">
          <PolicyRecord
            apiAddress={versions[0].links.history}
            hash={{ name: `Head of the record, entry ${head.sequence}`, value: head.hash }}
          />
        </footer>
      )}
    </article>
  )
}

const titleOf = ({ policy }: { policy: { slug: string; title?: string } }): string =>
  policy.title ?? policy.slug

export default HistoryPage
