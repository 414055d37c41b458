/** A bell that the claiming loop sleeps beside: new jobs, a freed place and the end of work ring it. */
export class Bell {
  #rung = false;
  #wake: (() => void) | null = null;

  /** Ends the sleep now, or the next one if nobody sleeps. */
  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Sleeps until the bell rings, `ms` at most. */
  async sleep(ms: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = null;
    this.#rung = false;
  }
}
