const shops = [
  { hours: 'Every day, 10 to 9', name: 'Quayside', place: '12 Quayside, Portland' },
  { hours: 'Tuesday to Sunday, 10 to 6', name: 'The Mill', place: '3 Fort Street, Brunswick' },
  { hours: 'Friday to Sunday, 11 to 5', name: 'The Boathouse', place: '40 Front Street, Bath' },
]

/** Where the shops are, and when they are open. */
export const Shops = () => (
  <section aria-labelledby="shops" className="page page--wide">
    <h2 id="shops">Three shops, one lamp each</h2>
    <ul className="shops">
      {shops.map(({ hours, name, place }) => (
        <li className="shop" key={name}>
          <h3>{name}</h3>
          <p>{place}</p>
          <p>{hours}</p>
        </li>
      ))}
    </ul>
  </section>
)
