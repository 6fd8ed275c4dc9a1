// Everything that a browser gets, sends, says and keeps, to look for what it must not have.

export class Recording {
  #texts = [];
  #pending = [];
  requests = [];
  unread = [];

  constructor(context) {
    context.on('console', message => this.#add('console', message.text()));
    context.on('weberror', error => this.#add('page error', String(error.error().stack)));
    context.on('request', request => {
      this.requests.push(request.url());
      this.#add(`request ${request.url()}`, request.url());
      this.#add(`data of ${request.url()}`, request.postData() ?? '');
      this.#read(request, `headers to ${request.url()}`, async () => JSON.stringify(await request.allHeaders()));
    });
    context.on('response', response => {
      this.#read(response.request(), `headers from ${response.url()}`, async () => JSON.stringify(await response.headersArray()));
      const hasBody = response.status() !== 204 && (response.status() < 300 || response.status() >= 400);
      if (hasBody) this.#read(response.request(), `body of ${response.url()}`, async () => (await response.body()).toString('latin1'));
    });
  }

  /** What a page looks like now, and what it keeps. */
  async keep(page) {
    this.#add('page', await page.content());
    this.#add('cookies', JSON.stringify(await page.context().cookies()));
    const kept = await page.evaluate(async () => ({
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      cookie: document.cookie,
      databases: (await indexedDB.databases?.())?.map(database => database.name) ?? [],
      caches: await caches?.keys?.() ?? [],
    }));
    this.#add('storage', JSON.stringify(kept));
    return kept;
  }

  /** Where each of some texts is: { name: [where] }. */
  async find(texts) {
    await Promise.all(this.#pending);
    return Object.fromEntries(Object.entries(texts).map(([name, wanted]) =>
      [name, this.#texts.filter(({ text }) => text.includes(wanted.toLowerCase())).map(({ where }) => where)]));
  }

  /** How many texts of each kind there are. */
  get counts() {
    const counts = {};
    for (const { where } of this.#texts) counts[where.split(' ')[0]] = (counts[where.split(' ')[0]] ?? 0) + 1;
    return counts;
  }

  #add(where, text) {
    this.#texts.push({ where, text: text.toLowerCase() });
  }

  // What a browser gave up has no answer to read.
  #read(request, where, read) {
    this.#pending.push(read().then(text => this.#add(where, text), () => { if (!request.failure()) this.unread.push(where); }));
  }
}
