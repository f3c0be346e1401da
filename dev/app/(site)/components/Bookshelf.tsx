const books = [
  {
    author: 'Mara Ellison',
    cover: 'tide',
    note: 'A harbor pilot, her father, and the one chart they disagree about.',
    price: '$24',
    title: 'The Tide Table',
  },
  {
    author: 'T. H. Calloway',
    cover: 'fog',
    note: 'Eleven essays on what cannot be seen from here.',
    price: '$19',
    title: 'A Short History of Fog',
  },
  {
    author: 'Inês Duarte',
    cover: 'lamp',
    note: 'Found in a drawer in Lisbon, and answered forty years too late.',
    price: '$21',
    title: 'Letters to a Lamplighter',
  },
  {
    author: 'Jonah Pryce',
    cover: 'salt',
    note: 'How paper crossed the sea, told by those who carried it.',
    price: '$28',
    title: 'Salt & Vellum',
  },
  {
    author: 'Oda Lindqvist',
    cover: 'map',
    note: 'She mapped the island twice. The second time it had moved.',
    price: '$23',
    title: 'The Cartographer’s Winter',
  },
  {
    author: 'Ruth Amsel',
    cover: 'rain',
    note: 'Poems, one for each. Best read near a window.',
    price: '$16',
    title: 'Seven Kinds of Rain',
  },
]

/** The books on the front table, with covers that are set in type alone. */
export const Bookshelf = () => (
  <section aria-labelledby="books" className="page page--wide">
    <h2 id="books">On the front table</h2>
    <ul className="shelf">
      {books.map(({ author, cover, note, price, title }) => (
        <li className="book" key={cover}>
          <div aria-hidden="true" className={`cover cover--${cover}`}>
            <span className="cover__title">{title}</span>
            <span className="cover__author">{author}</span>
          </div>
          <h3 className="book__title">{title}</h3>
          <p className="book__author">
            {author} <span className="book__price">{price}</span>
          </p>
          <p className="book__note">{note}</p>
        </li>
      ))}
    </ul>
    <p className="shelf__more">
      <a href="/gift-cards">Cannot decide? Give a gift card</a>
    </p>
  </section>
)
