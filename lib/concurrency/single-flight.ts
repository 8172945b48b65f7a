/** Runs a task once at a time: a call while it runs gets the outcome of the run under way. */
export class SingleFlight<T> {
  #running: Promise<T> | null = null;

  run(task: () => Promise<T>): Promise<T> {
    this.#running ??= task().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Resolves when nothing runs. Never rejects. */
  async idle(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }
}
