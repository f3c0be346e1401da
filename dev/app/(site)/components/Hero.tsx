/** The welcome of the homepage. */
export const Hero = () => (
  <section className="hero">
    <div aria-hidden="true" className="hero__beam" />
    <div className="hero__words">
      <h1>Books for long evenings by the water.</h1>
      <p>
        New and used, chosen by people who have read them. Three shops on the coast of Maine, a
        kettle in each, and a lamp in the window until nine.
      </p>
      <a className="hero__link" href="#books">
        See what is on the front table
      </a>
    </div>
  </section>
)
