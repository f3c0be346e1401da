/**
 * `<policy-notice src="https://cms.example/api/policy-notices/active">` shows the change notices of
 * policies on any page. Importing this module defines the element; where there is no document, as in
 * Node, it does nothing. It is one file without imports, to be served as it is.
 *
 * Attributes: `src`; `locale`, the language of the notices; `policy`, the slug of the only policy to
 * show notices of; and the element's own words: `label`, `link-text`, `dismiss-text`. What stands
 * between its tags is for readers without JavaScript. Style it by `--policy-notice-background`,
 * `-color`, `-accent`, `-link` and by the parts `notice`, `message`, `summary`, `link`, `dismiss`;
 * colors follow the `color-scheme` of the page.
 */
type Notice = {
  changeSummary: string
  locale: string
  message: string
  phase: string
  policy: { slug: string; title: string }
  url: string
  version: { label: string }
}

type PartialNotice =
  | { message?: string; phase?: string; policy?: { slug: string }; version?: { label: string } }
  | null
  | undefined

const style = `:host{display:block}
article{background:var(--policy-notice-background,light-dark(#fdf3df,#2a2315));border:1px solid;border-color:var(--policy-notice-accent,light-dark(#d9a24a,#8a6828));border-inline-start-width:5px;border-radius:4px;color:var(--policy-notice-color,light-dark(#1e2a34,#ece8de));margin-block:.5em;overflow-wrap:anywhere;padding:.8em 1em}
p{margin:0 0 .4em}
[part=message]{font-weight:600}
a{color:var(--policy-notice-link,light-dark(#0b5566,#8ecbd8))}
div div{align-items:center;display:flex;flex-wrap:wrap;gap:.5em 1.25em;justify-content:space-between}
button{background:none;border:1px solid;border-radius:4px;color:inherit;cursor:pointer;font:inherit;min-height:2.2em;padding:.2em .8em}
:focus-visible{outline:3px solid;outline-offset:2px}`

/** Remembers for this page what was dismissed where the browser keeps nothing. */
const dismissed = new Set<string>()

const keyOf = ({ phase, policy, version }: Notice): string =>
  `policy-notice:${policy.slug}:${version.label}:${phase}`

const isDismissed = (key: string): boolean => {
  try {
    return dismissed.has(key) || localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

const dismiss = (key: string): void => {
  dismissed.add(key)
  try {
    localStorage.setItem(key, '1')
  } catch {
    // Storage is blocked or full.
  }
}

/** The notices of an answer, without what is none. */
const noticesIn = (answer: unknown, policy: null | string): Notice[] => {
  const { notices } = answer as { notices: PartialNotice[] }

  return notices.filter(
    (notice): notice is Notice =>
      [notice?.message, notice?.phase, notice?.policy?.slug, notice?.version?.label].every(
        (value) => value && typeof value === 'string',
      ) && [null, notice?.policy?.slug].includes(policy),
  )
}

/** An address of the web, or none. */
const linkTo = (url: unknown): string | undefined => {
  try {
    const { href, protocol } = new URL(url as string, document.baseURI)
    return /^https?:$/.test(protocol) ? href : undefined
  } catch {
    return undefined
  }
}

/** The BCP 47 tag of a locale, or none. */
const tagOf = (locale: unknown): string => {
  try {
    return Intl.getCanonicalLocales((locale as string).replace(/_/g, '-'))[0] ?? ''
  } catch {
    return ''
  }
}

/** An element with text: nothing that was answered is ever read as markup. */
const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  part: string,
  text = '',
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name)
  made.setAttribute('part', part)
  made.textContent = text
  return made
}

if (typeof customElements === 'object' && !customElements.get('policy-notice')) {
  class PolicyNoticeElement extends HTMLElement {
    static observedAttributes = ['src', 'locale', 'policy']

    #asked = new AbortController()
    #list: HTMLElement | undefined
    #shown: Notice[] = []
    #timer = 0

    connectedCallback(): void {
      if (!this.#list) {
        const root = this.attachShadow({ mode: 'open' })
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(style)
        // Unlike a style element, no content security policy refuses it.
        root.adoptedStyleSheets = [sheet]
        // It is there before what it announces.
        this.#list = root.appendChild(element('div', 'list'))
        this.#list.role = 'status'
      }
      void this.#refresh()
    }

    disconnectedCallback(): void {
      clearTimeout(this.#timer)
      this.#asked.abort()
    }

    attributeChangedCallback(): void {
      if (this.#list && this.isConnected) {
        void this.#refresh()
      }
    }

    /** Never rejects. What is shown stays while the API cannot be reached. */
    async #refresh(): Promise<void> {
      clearTimeout(this.#timer)
      this.#asked.abort()
      const { signal } = (this.#asked = new AbortController())
      let seconds = 300

      try {
        const url = new URL(this.getAttribute('src') ?? '', document.baseURI)
        const locale = this.getAttribute('locale')
        if (locale) {
          url.searchParams.set('locale', locale)
        }
        const response = await fetch(url, { credentials: 'omit', signal })
        const answer = (await response.json()) as { nextChangeAt: string }

        if (response.ok && !signal.aborted) {
          this.#show(noticesIn(answer, this.getAttribute('policy')))
          // eslint-disable-next-line no-restricted-syntax -- A page has no database to ask.
          seconds = (Date.parse(answer.nextChangeAt) - Date.now()) / 1_000
        }
      } catch {
        // The page is there for something else than notices.
      }
      if (!signal.aborted) {
        // A clock that is ahead asks too early, and timers are not made for weeks.
        const delay = Number.isNaN(seconds) ? 3_600 : Math.min(Math.max(seconds, 5), 3_600)
        this.#timer = window.setTimeout(() => void this.#refresh(), delay * 1_000)
      }
    }

    #show(notices: Notice[]): void {
      const wanted = notices.filter((notice) => !isDismissed(keyOf(notice)))

      // What is shown already is not announced again.
      if (JSON.stringify(wanted) !== JSON.stringify(this.#shown)) {
        this.#shown = wanted
        this.#list!.ariaLabel = this.getAttribute('label') ?? 'Changes to our policies'
        this.#list!.replaceChildren(...wanted.map((notice) => this.#article(notice)))
      }
    }

    #article(notice: Notice): HTMLElement {
      const { changeSummary, locale, message, policy, url } = notice
      const href = linkTo(url)
      const article = element('article', 'notice')
      const actions = element('div', 'actions')
      const button = element('button', 'dismiss', this.getAttribute('dismiss-text') ?? 'Dismiss')
      const link = element('a', 'link', this.getAttribute('link-text') ?? 'Read the text')
      const words = [element('p', 'message', message)]

      if (changeSummary && typeof changeSummary === 'string') {
        words.push(element('p', 'summary', changeSummary))
      }
      for (const paragraph of words) {
        paragraph.dir = 'auto'
        paragraph.lang = tagOf(locale)
      }
      if (href) {
        link.href = href
        actions.append(link)
      }
      button.type = 'button'
      // There can be several notices, with the same words on each.
      for (const control of [button, link]) {
        control.ariaLabel = `${control.textContent}: ${policy.title}`
      }
      button.onclick = () => {
        dismiss(keyOf(notice))
        this.#shown = this.#shown.filter((other) => other !== notice)
        article.remove()
        this.#list!.querySelector('button')?.focus()
      }
      actions.append(button)
      article.append(...words, actions)
      return article
    }
  }

  customElements.define('policy-notice', PolicyNoticeElement)
}
