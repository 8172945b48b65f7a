/** Opens a value when first needed and caches it. A failure is not cached: the next call retries. */
export class Lazy<T> {
  readonly #open: () => Promise<T>;
  #value: Promise<T> | null = null;

  constructor(open: () => Promise<T>) {
    this.#open = open;
  }

  get(): Promise<T> {
    this.#value ??= this.#open().catch((error: unknown) => {
      this.forget();
      throw error;
    });
    return this.#value;
  }

  /** The value, if it was opened; null otherwise. */
  get opened(): Promise<T> | null {
    return this.#value;
  }

  /** The next `get` opens again. */
  forget(): void {
    this.#value = null;
  }
}
