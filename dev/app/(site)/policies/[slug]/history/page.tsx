import type { Metadata } from 'next'

import { notFound } from 'next/navigation.js'
import { PolicyHistory } from 'payload-plugin-policy-versioning/site'

import { policyAddresses } from '../../../addresses.js'
import { policyTimeline } from '../../../api.js'
import { PolicyRecord } from '../../../components/PolicyRecord.js'

type Args = { params: Promise<{ slug: string }> }

export const generateMetadata = async ({ params }: Args): Promise<Metadata> => {
  const timeline = await policyTimeline((await params).slug)
  return { title: timeline ? `All versions: ${timeline.policy.title}` : 'All versions' }
}

const HistoryPage = async ({ params }: Args) => {
  const { slug } = await params
  const timeline = await policyTimeline(slug)

  if (!timeline) {
    return notFound()
  }

  const { head, versions } = timeline
  return (
    <div className="page">
      <PolicyHistory addresses={policyAddresses} timeline={timeline} />
      {versions[0] && head && (
        <footer className="page__footer">
          <PolicyRecord
            apiAddress={versions[0].links.history}
            hash={{ name: `Head of the record, entry ${head.sequence}`, value: head.hash }}
          />
        </footer>
      )}
    </div>
  )
}

export default HistoryPage
