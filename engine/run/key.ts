/** Keys of what a choice depends on: digits packed into one number, and into text only where a number would overflow. */

export type Key = number | string;

export class KeyMaker {
  #number = 0;
  #overflow = '';

  start(): this {
    this.#number = 0;
    this.#overflow = '';
    return this;
  }

  /** @param digit 0 … radix − 1 */
  add(digit: number, radix: number): void {
    const next = this.#number * radix + digit;
    if (next < 9007199254740992) { this.#number = next; return; }
    this.#overflow += `${this.#number} `;
    this.#number = digit;
  }

  get key(): Key {
    return this.#overflow === '' ? this.#number : this.#overflow + String(this.#number);
  }
}
