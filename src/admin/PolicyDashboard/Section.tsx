import { Children, type ReactNode, useId } from 'react'

/** A part of the dashboard: its entries, or a sentence where there is none. */
export const Section = ({
  children,
  empty,
  help,
  isMain = false,
  title,
}: {
  children: ReactNode
  empty: string
  /** What to do about the entries, where there are any. */
  help?: string
  /** True for the part that people come for. */
  isMain?: boolean
  title: string
}) => {
  const id = useId()
  const count = Children.count(children)

  return (
    <section
      aria-labelledby={id}
      className={`policy-dashboard__section${isMain ? ' policy-dashboard__section--main' : ''}`}
    >
      <h3 id={id}>
        {title}
        {count > 0 && ` (${count})`}
      </h3>
      {count > 0 ? <ul>{children}</ul> : <p>{empty}</p>}
      {count > 0 && help !== undefined && <p>{help}</p>}
    </section>
  )
}
