import { demoNow } from '../../../clock.js'
import { policyPath } from '../addresses.js'
import { writtenTimeOf } from '../newYorkTime.js'

/** The shop's name, its navigation, and a hint at the clock that the demo runs on. */
export const SiteHeader = () => (
  <header className="site-header">
    <p className="demo-hint">
      <a href="#demo-clock">Demo clock: {writtenTimeOf(demoNow())}</a>
    </p>
    <div className="site-header__row">
      <a className="brand" href="/">
        <span aria-hidden="true" className="brand__lamp" />
        Harborlight Books
      </a>
      {/* Plain links: a client-side router would keep pages from before the clock was set. */}
      <nav aria-label="Main">
        <ul className="site-nav">
          <li>
            <a href="/#books">Books</a>
          </li>
          <li>
            <a href="/#shops">Shops</a>
          </li>
          <li>
            <a href={policyPath('privacy')}>Privacy</a>
          </li>
          <li>
            <a href={policyPath('terms')}>Terms</a>
          </li>
        </ul>
      </nav>
    </div>
  </header>
)
