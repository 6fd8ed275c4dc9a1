// Records everything that a browser receives, sends, logs and stores, to search it for credentials.

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

  /** Records the current content of a page and everything that it has stored. Returns what is stored. */
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

  /** Returns where each string occurs: { name: [where] }. */
  async find(strings) {
    await Promise.all(this.#pending);
    return Object.fromEntries(Object.entries(strings).map(([name, wanted]) =>
      [name, this.#texts.filter(({ text }) => text.includes(wanted.toLowerCase())).map(({ where }) => where)]));
  }

  /** The number of recorded texts of each kind. */
  get counts() {
    const counts = {};
    for (const { where } of this.#texts) counts[where.split(' ')[0]] = (counts[where.split(' ')[0]] ?? 0) + 1;
    return counts;
  }

  #add(where, text) {
    this.#texts.push({ where, text: text.toLowerCase() });
  }

  // A canceled request has no response to read.
  #read(request, where, read) {
    this.#pending.push(read().then(text => this.#add(where, text), () => { if (!request.failure()) this.unread.push(where); }));
  }
}
