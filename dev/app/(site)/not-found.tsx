const NotFound = () => (
  <div className="page">
    <h1>We looked on every shelf.</h1>
    <p>There is no such page here. It may never have been published.</p>
    <p>
      <a href="/">Back to the shop</a>
    </p>
  </div>
)

export default NotFound
