/** What oidc-provider keeps, in memory: its own store of that kind is the same with a warning at every start. */
export class MemoryStore {
  /** @type {Map<string, { payload: Record<string, unknown>, expiresAt: number }>} */
  #kept = new Map();

  /** @param {string} model */
  forModel(model) {
    const kept = this.#kept;
    /** @param {string} id */
    const find = async (id) => {
      const entry = kept.get(`${model}:${id}`);
      if (entry !== undefined && entry.expiresAt > Date.now()) return entry.payload;
      kept.delete(`${model}:${id}`);
      return undefined;
    };
    /** @param {string} property @param {string} value */
    const findBy = async (property, value) => {
      for (const [key, { payload }] of kept) {
        if (key.startsWith(`${model}:`) && payload[property] === value) return find(key.slice(model.length + 1));
      }
      return undefined;
    };
    return {
      find,
      findByUid: (/** @type {string} */ uid) => findBy('uid', uid),
      findByUserCode: (/** @type {string} */ code) => findBy('userCode', code),
      upsert: async (/** @type {string} */ id, /** @type {Record<string, unknown>} */ payload, /** @type {number | undefined} */ seconds) => {
        kept.set(`${model}:${id}`, { payload, expiresAt: seconds === undefined ? Infinity : Date.now() + seconds * 1000 });
      },
      consume: async (/** @type {string} */ id) => {
        const payload = await find(id);
        if (payload !== undefined) payload['consumed'] = Math.floor(Date.now() / 1000);
      },
      destroy: async (/** @type {string} */ id) => {
        kept.delete(`${model}:${id}`);
      },
      revokeByGrantId: async (/** @type {string} */ grantId) => {
        for (const [key, { payload }] of kept) if (payload['grantId'] === grantId) kept.delete(key);
      },
    };
  }
}
