import type { Metadata } from 'next'

import { notFound } from 'next/navigation.js'

import { historyPath } from '../../addresses.js'
import { currentPolicy, policyTimeline } from '../../api.js'
import { NotYetInForce } from '../../components/NotYetInForce.js'
import { PolicyRecord } from '../../components/PolicyRecord.js'
import { PolicyText } from '../../components/PolicyText.js'
import { PolicyTitle } from '../../components/PolicyTitle.js'
import { UpcomingVersions } from '../../components/UpcomingVersions.js'

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
    <article className="page">
      <header className="page__header">
        <p className="eyebrow">In force now</p>
        <PolicyTitle version={policy} />
      </header>
      <UpcomingVersions versions={policy.upcoming} />
      <PolicyText version={policy} />
      <footer className="page__footer">
        <p className="page__more">
          <a href={historyPath(slug)}>All versions of this policy</a>
        </p>
        <PolicyRecord
          apiAddress={policy.links.current}
          hash={{ name: 'Fingerprint', value: policy.fingerprint }}
        />
      </footer>
    </article>
  )
}

export default PolicyPage
