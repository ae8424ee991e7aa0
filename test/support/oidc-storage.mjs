// @ts-check

/** @typedef {{ grantId?: string, uid?: string, consumed?: number }} Payload */

/** @type {Map<string, { payload: Payload, until: number }>} */
const stored = new Map();

/** What the provider remembers; it outlives a provider that is made anew with other keys. */
export class Storage {
  /** @param {string} model */
  constructor(model) {
    this.model = model;
  }

  /** @param {string} id @param {Payload} payload @param {number} seconds */
  async upsert(id, payload, seconds) {
    stored.set(`${this.model}:${id}`, { payload, until: seconds ? Date.now() + seconds * 1000 : Infinity });
  }

  /** @param {string} id */
  async find(id) {
    const found = stored.get(`${this.model}:${id}`);
    return found && found.until > Date.now() ? found.payload : undefined;
  }

  /** @param {string} uid */
  async findByUid(uid) {
    return [...stored].find(([key, { payload }]) => key.startsWith(`${this.model}:`) && payload.uid === uid)?.[1]
      .payload;
  }

  async findByUserCode() {
    return undefined;
  }

  /** @param {string} id */
  async consume(id) {
    const found = await this.find(id);
    if (found) found.consumed = Math.floor(Date.now() / 1000);
  }

  /** @param {string} id */
  async destroy(id) {
    stored.delete(`${this.model}:${id}`);
  }

  /** @param {string} grantId */
  async revokeByGrantId(grantId) {
    for (const [key, { payload }] of stored) if (payload.grantId === grantId) stored.delete(key);
  }
}
