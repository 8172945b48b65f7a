/** A worker's life that ends in its nth call to the outside. */

/** Methods of ports that only read. */
const readMethods = new Set<string | symbol>(['get', 'read', 'counts', 'withoutAbstract']);

/**
 * Counts the calls of everything it has wrapped. The nth never returns, whether or not it had its
 * effect (`effect`); neither does any later one.
 */
export class Life {
  calls = 0;
  /** The numbers of the calls that only read: whether those had their effect is all the same. */
  readonly reads = new Set<number>();
  /** Resolves when the nth call was made. */
  readonly death: Promise<'died'>;
  readonly #nth: number;
  readonly #effect: boolean;
  #die = () => {};

  constructor(nth: number, effect: boolean) {
    this.#nth = nth;
    this.#effect = effect;
    this.death = new Promise((resolve) => {
      this.#die = () => resolve('died');
    });
  }

  /** The same port with its methods counted. */
  wrap<T extends object>(port: T): T {
    return new Proxy(port, {
      get: (target, name) => {
        const method = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]) => {
          this.calls += 1;
          if (readMethods.has(name) || given.includes('readonly')) this.reads.add(this.calls);
          if (this.calls < this.#nth) return method.apply(target, given);
          if (this.calls === this.#nth && this.#effect) await method.apply(target, given);
          this.#die();
          return new Promise(() => {});
        };
      },
    });
  }

  /** Returns the result of `run`, or `died`. */
  race<T>(run: Promise<T>): Promise<T | 'died'> {
    return Promise.race([run, this.death]);
  }
}
