/**
 * What was worked out of the last few things. Several readers work on one text one after the other and want the same of
 * it. A `WeakMap` would do, but its values outlive the quick collection of garbage: whatever was read would pile up.
 */
const KEPT = 32;

export class Recent<Key, Value> {
  readonly #values = new Map<Key, Value>();
  readonly #make: (key: Key) => Value;

  constructor(make: (key: Key) => Value) {
    this.#make = make;
  }

  of(key: Key): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const made = this.#make(key);
    if (this.#values.size === KEPT) this.#values.delete(this.#values.keys().next().value!);
    this.#values.set(key, made);
    return made;
  }
}
