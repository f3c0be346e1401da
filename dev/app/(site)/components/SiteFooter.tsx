import { historyPath, policyPath } from '../addresses.js'

const policies = [
  { name: 'Privacy policy', slug: 'privacy' },
  { name: 'Terms of service', slug: 'terms' },
  { name: 'Cookie policy', slug: 'cookies' },
]

/** The shop's address and its policies. */
export const SiteFooter = () => (
  <footer className="site-footer">
    <address className="site-footer__address">
      <strong>Harborlight Books</strong>
      <br />
      12 Quayside, Portland, ME 04101
    </address>
    <nav aria-label="Policies">
      <ul className="site-footer__policies">
        {policies.map(({ name, slug }) => (
          <li key={slug}>
            <a href={policyPath(slug)}>{name}</a>
            <a className="site-footer__history" href={historyPath(slug)}>
              <span className="visually-hidden">{name}: </span>all versions
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </footer>
)
