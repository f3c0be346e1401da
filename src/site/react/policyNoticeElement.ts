import type { HTMLAttributes, Ref } from 'react'

/** What the web component `<policy-notice>` takes, as a React page writes it. */
export type PolicyNoticeAttributes = HTMLAttributes<HTMLElement> & {
  'dismiss-text'?: string
  /** What the notices are called together. */
  label?: string
  'link-text'?: string
  /** The language of the notices, as the API names it. */
  locale?: string
  /** The slug of the only policy to show notices of. */
  policy?: string
  ref?: Ref<HTMLElement>
  /** Where the notices are asked for, such as `https://cms.example/api/policy-notices/active`. */
  src: string
}

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where React looks for elements
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- it adds to React's own
    interface IntrinsicElements {
      'policy-notice': PolicyNoticeAttributes
    }
  }
}
