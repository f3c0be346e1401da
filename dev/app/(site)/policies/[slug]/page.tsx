import type { Metadata } from 'next'

import { notFound } from 'next/navigation.js'
import { PolicyDocument } from 'payload-plugin-policy-versioning/site'

import { policyAddresses } from '../../addresses.js'
import { currentPolicy, policyTimeline } from '../../api.js'
import { NotYetInForce } from '../../components/NotYetInForce.js'
import { PolicyRecord } from '../../components/PolicyRecord.js'

type Args = { params: Promise<{ slug: string }> }

export const generateMetadata = async ({ params }: Args): Promise<Metadata> => {
  const answer = await currentPolicy((await params).slug)
  return { title: answer.kind === 'in_force' ? answer.policy.title : 'Policy' }
}

const PolicyPage = async ({ params }: Args) => {
  const { slug } = await params
  const answer = await currentPolicy(slug)

  if (answer.kind === 'not_yet') {
    const timeline = await policyTimeline(slug)
    return timeline ? <NotYetInForce startsAt={answer.startsAt} timeline={timeline} /> : notFound()
  }
  if (answer.kind === 'missing') {
    return notFound()
  }

  const { policy } = answer
  return (
    <PolicyDocument addresses={policyAddresses} className="page" version={policy}>
      <footer className="page__footer" dir="ltr" lang="en">
        <PolicyRecord
          apiAddress={policy.links.current}
          hash={{ name: 'Fingerprint', value: policy.fingerprint }}
        />
      </footer>
    </PolicyDocument>
  )
}

export default PolicyPage
